declare module 'lightning/configProvider' {
  /** Tells the base components about the page that they are on; once, before the first of them is drawn. */
  export default function configProvider(config: { readonly getPathPrefix: () => string }): void;
}
