import { objectDefinitions } from './standardObjects.ts';
import { isUnmodelledField, isUnmodelledObject } from './unmodelledNames.ts';

describe('the names that the local org lacks', () => {
  it('include no object and no field that it models', () => {
    expect(Object.keys(objectDefinitions).filter((name) => isUnmodelledObject(name, 'tooling'))).toEqual([]);
    const fields = Object.entries(objectDefinitions).flatMap(([apiName, definition]) =>
      [...Object.keys(definition.fields), ...definition.systemFields.split(' ')]
        // A user permission may be a field of one object and not of another.
        .filter((name) => !name.startsWith('Permissions') && isUnmodelledField({ apiName }, name))
        .map((name) => `${apiName}.${name}`)
    );
    expect(fields).toEqual([]);
  });
});
