/** Stand-in for `lightning/refresh`. */
export * from '../../platform/refresh/refresh.ts';
