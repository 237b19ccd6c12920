/**
 * Fills the places `{{name}}` of a template.
 * @throws Error for a place without a value
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template has the place {{${name}}}, and there is no value for it.`);
    return value;
  });
}
