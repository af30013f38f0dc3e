import type { Access } from '../../engine/access/access.ts';
import type { Org } from '../../engine/org/org.ts';
import type { ObjectSchema, Schema } from '../../engine/schema/objectSchema.ts';
import { createSchema } from '../../engine/schema/schema.ts';
import type { View } from '../shared/view.ts';
import { SOURCE_MEMBER, sourceMembers } from './sourceMember.ts';
import { EMAIL_OBJECTS } from './emailObjects.ts';
import { FLOW_OBJECTS } from './flowObjects.ts';
import { PACKAGE_OBJECTS } from './packaging/packageObjects.ts';
import { COMPONENT_OBJECTS, type ToolingObject } from './toolingObjects.ts';

const TOOLING_OBJECTS: Readonly<Record<string, ToolingObject>> = {
  ...COMPONENT_OBJECTS,
  ...EMAIL_OBJECTS,
  ...FLOW_OBJECTS,
  ...PACKAGE_OBJECTS
};

/** Objects of the org that only the Tooling API shows. Source: Tooling API, DelegateGroup, DelegateGroupGrant, DelegateGroupMember [F-137]. */
const SHOWN_HERE: ReadonlySet<string> = new Set(['DelegateGroup', 'DelegateGroupGrant', 'DelegateGroupMember']);

const toolingSchema = createSchema(
  { digitalExperiences: false, partnerAccounts: false, personAccounts: false },
  {
    customObjects: {
      ...Object.fromEntries(Object.entries(TOOLING_OBJECTS).map(([name, object]) => [name, object.definition])),
      SourceMember: SOURCE_MEMBER
    }
  }
);

/** Adds the objects of the Tooling API to what a person sees of the org. */
export function toolingView(view: View): View {
  return { ...view, org: toolingOrg(view.org), access: toolingAccess(view.access) };
}

function isTooling({ apiName }: ObjectSchema): boolean {
  return apiName === 'SourceMember' || Object.hasOwn(TOOLING_OBJECTS, apiName);
}

function toolingOrg(org: Org): Org {
  const tooling: Org = {
    ...org,
    schema: withToolingObjects(org),
    all: (object) => {
      if (object.apiName === 'SourceMember') return sourceMembers(org);
      return TOOLING_OBJECTS[object.apiName]?.rowsOf(org) ?? org.all(object);
    },
    find: (id) => {
      const object = toolingSchema.objectOfId(id);
      return object === undefined
        ? org.find(id)
        : tooling.all(object).find((row) => row.Id === id || row.Id.slice(0, 15) === id);
    },
    where: (object, field, value) => {
      if (!isTooling(object)) return org.where(object, field, value);
      const wanted = value.toLowerCase();
      return tooling.all(object).filter((row) => String(row[field]).toLowerCase() === wanted);
    }
  };
  return tooling;
}

function withToolingObjects(org: Org): Schema {
  const { schema, metadata } = org;
  const isTracked = metadata.sourceChanges() !== null;
  const isThere = (object: ObjectSchema): boolean =>
    object.apiName === 'SourceMember'
      ? isTracked
      : isTooling(object) && TOOLING_OBJECTS[object.apiName]?.isThere?.(org) !== false;
  const toolingObject = (found: ObjectSchema | undefined) => (found && isThere(found) ? found : undefined);
  const of = (object: ObjectSchema): Schema => (isTooling(object) ? toolingSchema : schema);
  return {
    objects: [...schema.objects, ...toolingSchema.objects.filter(isThere)],
    object: (apiName) => toolingObject(toolingSchema.object(apiName)) ?? schema.object(apiName),
    objectOfId: (id) => toolingObject(toolingSchema.objectOfId(id)) ?? schema.objectOfId(id),
    field: (object, apiName) => of(object).field(object, apiName),
    relationship: (object, name) => of(object).relationship(object, name)
  };
}

/** Source: Tooling API, field DeveloperName: "Only users with View DeveloperName OR View Setup and Configuration". */
function toolingAccess(access: Access): Access {
  const isShown = (object: ObjectSchema): boolean => isTooling(object) || SHOWN_HERE.has(object.apiName);
  return {
    ...access,
    canRead: (object) => (isShown(object) ? access.has('ViewSetup') : access.canRead(object)),
    canReadField: (object, field) => isShown(object) || access.canReadField(object, field)
  };
}
