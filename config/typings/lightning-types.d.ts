/** Salesforce's own types for what they cover (lightning/modal, @salesforce/client, @salesforce/user, base components). */
/// <reference types="@salesforce/lightning-types" />
