/** The `@salesforce/*` modules that @salesforce/lightning-types lacks. Values are supplied by the org when it compiles. */

/** A field reference. A reference to an object (`@salesforce/schema/User`) carries `objectApiName` only. */
declare module '@salesforce/schema/*' {
  const reference: { readonly fieldApiName: string; readonly objectApiName: string };
  export default reference;
}

declare module '@salesforce/label/*' {
  /** In the language of the running user. */
  const label: string;
  export default label;
}

declare module '@salesforce/i18n/locale' {
  /** Of the running user, such as `en-US`. */
  const locale: string;
  export default locale;
}

declare module '@salesforce/userPermission/*' {
  /** `undefined`, never `false`, when the running user lacks it. */
  const hasPermission: true | undefined;
  export default hasPermission;
}

declare module '@salesforce/customPermission/*' {
  /** `undefined`, never `false`, when the running user lacks it. */
  const hasPermission: true | undefined;
  export default hasPermission;
}

declare module '@salesforce/i18n/lang' {
  /** The language of the running user, as `Intl` takes it: `en-US`. */
  const language: string;
  export default language;
}
