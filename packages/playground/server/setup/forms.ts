import { html } from 'hono/html';
import type { Html } from '../pageHtml.ts';

/** An option of a list. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A form that posts its fields, and shows a brand button. */
export function form(action: string, button: string, fields: readonly Html[]): Html {
  return html`<form method="post" action="${action}" class="playground-setup__form">
    ${fields}
    <div><button type="submit" class="slds-button slds-button_brand">${button}</button></div>
  </form>`;
}

export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

export function selectField(name: string, label: string, options: readonly Option[], selected = ''): Html {
  return html`<div class="slds-form-element">
    <label class="slds-form-element__label" for="${name}">${label}</label>
    <div class="slds-form-element__control">
      <div class="slds-select_container">
        <select class="slds-select" id="${name}" name="${name}">
          ${options.map(
            (option) =>
              html`<option value="${option.value}" ${option.value === selected ? 'selected' : ''}>
                ${option.label}
              </option>`
          )}
        </select>
      </div>
    </div>
  </div>`;
}

export function textField(name: string, label: string, value = ''): Html {
  return html`<div class="slds-form-element">
    <label class="slds-form-element__label" for="${name}">${label}</label>
    <div class="slds-form-element__control">
      <input class="slds-input" type="text" id="${name}" name="${name}" value="${value}" required maxlength="255" />
    </div>
  </div>`;
}

/** A checkbox; one that can't be changed is sent with no value. */
export function checkboxField(name: string, label: string, isChecked: boolean, isFixed = false): Html {
  return html`<div class="slds-form-element">
    <div class="slds-checkbox">
      <input type="checkbox" id="${name}" name="${name}" ${isChecked ? 'checked' : ''} ${isFixed ? 'disabled' : ''} />
      <label class="slds-checkbox__label" for="${name}">
        <span class="slds-checkbox_faux"></span><span class="slds-form-element__label">${label}</span>
      </label>
    </div>
  </div>`;
}

/** A table that scrolls sideways when the window is narrow. */
export function table(label: string, columns: readonly string[], rows: readonly (readonly (Html | string)[])[]): Html {
  return html`<div class="playground-scroll" tabindex="0" role="region" aria-label="${label}">
    <table class="slds-table slds-table_bordered slds-table_cell-buffer">
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = '', ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((cell) => html`<td>${cell}</td>`)}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

/** A posted form, by the names of its fields. A box that isn't checked is not sent. */
export type PostedForm = (name: string) => string;

export async function readForm(request: Request): Promise<PostedForm> {
  const data = await request.formData();
  return (name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
}
