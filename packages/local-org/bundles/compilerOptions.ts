/** Orgs let every bundle add event handlers by `lwc:on`. Source: LWC Guide, "Add Event Handlers Dynamically". */
export const COMPILER_OPTIONS = { enableLwcOn: true };
