import { contentOf, metadataName, withElement, withInnerElement } from '../shared/sf/networkXml.ts';

/** Reads and changes self-registration in the settings file of a site. Source: Metadata API, Network. */

const OVERRIDES = 'networkPageOverrides';
const PAGE = 'selfRegProfilePageOverrideSetting';

/** Turns self-registration on with a profile that is a member of the site. */
export function turnedOn(xml: string, profile: string): string {
  const named = withElement(xml, 'selfRegProfile', metadataName(profile));
  return withPage(withElement(named, 'selfRegistration', 'true'));
}

/** Turns self-registration off. The profile and the page stay: they are "used only if selfRegistration is enabled". */
export function turnedOff(xml: string): string {
  return withElement(xml, 'selfRegistration', 'false');
}

/** The registration page: `Standard`, `Designer` (Experience Builder), `VisualForce` or `Configurable`, which needs an Apex class. */
export function registrationPage(xml: string): string {
  return contentOf(xml, PAGE)?.trim() ?? '';
}

/** Chooses a page of the log-in page's kind if none is chosen. Source: Help, "Configure Your Self-Registration Page". */
function withPage(xml: string): string {
  if (registrationPage(xml) !== '') return xml;
  const page = contentOf(xml, 'loginPageOverrideSetting')?.trim() === 'Designer' ? 'Designer' : 'Standard';
  return contentOf(xml, PAGE) === null
    ? withInnerElement(xml, OVERRIDES, `<${PAGE}>${page}</${PAGE}>`)
    : withElement(xml, PAGE, page);
}
