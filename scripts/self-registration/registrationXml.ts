import { contentOf, metadataName, withElement, withInnerElement } from '../shared/sf/networkXml.ts';

/** How a site's settings file says who may register. Source: Metadata API, Network. */

const OVERRIDES = 'networkPageOverrides';
const PAGE = 'selfRegProfilePageOverrideSetting';

/** Visitors may register with the profile, which must be a member; on the page that is set, or one like the log-in page. */
export function turnedOn(file: string, profile: string): string {
  const named = withElement(file, 'selfRegProfile', metadataName(profile));
  return withPage(withElement(named, 'selfRegistration', 'true'));
}

/** The profile and the page stay: they are "used only if selfRegistration is enabled". */
export function turnedOff(file: string): string {
  return withElement(file, 'selfRegistration', 'false');
}

/** `Standard`, `Designer` (Experience Builder), `VisualForce` or `Configurable`, which takes an Apex class. */
export function registrationPage(file: string): string {
  return contentOf(file, PAGE)?.trim() ?? '';
}

/** A page that somebody chose stays. Source: Help, "Configure Your Self-Registration Page". */
function withPage(file: string): string {
  if (registrationPage(file) !== '') return file;
  const page = contentOf(file, 'loginPageOverrideSetting')?.trim() === 'Designer' ? 'Designer' : 'Standard';
  return contentOf(file, PAGE) === null
    ? withInnerElement(file, OVERRIDES, `<${PAGE}>${page}</${PAGE}>`)
    : withElement(file, PAGE, page);
}
