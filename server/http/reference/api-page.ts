import { bodyTypes } from '../../../shared/api/body-limits.ts';
import { asText } from '../../../shared/api/markup.ts';
import type { DescribedAnswer, OpenApiDocument, Operation } from '../../../shared/api/contract/openapi.ts';
import { apiPageStyles } from './api-page-styles.ts';

/** Renders the API reference as HTML without scripts. links: markup for the head, from the client's page. */
export function apiPage({ info, paths, components }: OpenApiDocument, links: string): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = [...Map.groupBy(operations, ({ operation }) => operation.tags[0])];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#06070c">
<title>API · Harmonic Universe</title>
${links}
<style>${apiPageStyles}</style>
</head>
<body>
<div class="page">
<header>
<a class="home" href="/">← Harmonic Universe</a>
<h1>The API</h1>
<p>${words(info.description)}</p>
<p><a href="/api/v1/openapi.json">OpenAPI 3.1 document</a></p>
<nav aria-label="Sections">${sections.map(([name]) => `<a href="#section-${name}">${name}</a>`).join('')}<a href="#section-schemas">Schemas</a></nav>
</header>
<main>
${sections.map(([name, found]) => `<section id="section-${name}"><h2>${name}</h2>${found.map(operationPart).join('')}</section>`).join('\n')}
<section id="section-schemas"><h2>Schemas</h2>
${Object.entries(components.schemas)
  .map(
    ([name, schema]) =>
      `<details><summary><code>${asText(name)}</code></summary>${linkedCode(name, JSON.stringify(schema, null, 2))}</details>`,
  )
  .join('\n')}
</section>
</main>
</div>
</body>
</html>
`;
}

/** Renders a sentence in which code is between backticks. */
const words = (text: string) => asText(text).replace(/`([^`]+)`/g, '<code>$1</code>');

const anchorOf = (name: string) => encodeURIComponent(name);

function operationPart({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { operationId, summary, parameters, requestBody, responses } = operation;
  const rows = [
    ...parameters.map(({ name, in: place, description, schema }) => [
      `${asText(name)} <small>${place}</small>`,
      asText(description ?? shortOf(schema)),
    ]),
    ...(requestBody ? [['body', `${references(requestBody.content)} ${asText(requestBody.description)}`]] : []),
    ...Object.entries(responses).map(([status, answer]) => [status, answerPart(status, answer)]),
    ['at most', limitsOf(operation)],
  ];
  return `<details class="route" id="${operationId}"><summary><span class="method ${method}">${method.toUpperCase()}</span>
<code>${asText(path)}</code><span class="says">${words(summary)}</span></summary>
<table>${rows.map(([head, text]) => `<tr><th scope="row">${head}</th><td>${text}</td></tr>`).join('')}</table></details>`;
}

function answerPart(status: string, { description, content }: DescribedAnswer): string {
  return status.startsWith('2') && content ? references(content) : asText(description);
}

const limitsOf = (operation: Operation) =>
  operation['x-rate-limits']
    .map(({ per, points, seconds }) => `${points} in ${seconds >= 120 ? `${seconds / 60} minutes` : `${seconds} seconds`} per ${per}`)
    .join('<br>');

/** Links to the schema of a body, with its media type if that is not JSON. */
const references = (content: NonNullable<DescribedAnswer['content']>) =>
  Object.entries(content)
    .map(([type, { schema }]) => (type === bodyTypes.usual ? reference(schema) : `${reference(schema)} as <code>${asText(type)}</code>`))
    .join('<br>');

function reference(schema: Record<string, unknown>): string {
  const name = String(schema.$ref).replace('#/components/schemas/', '');
  return `<a href="#${anchorOf(name)}">${asText(name)}</a>`;
}

/** Describes a schema in a few words. */
function shortOf({ type, enum: choices, pattern, maxLength, maxItems }: Record<string, unknown>): string {
  if (Array.isArray(choices)) return choices.join(' | ');
  const rules = [
    pattern === undefined ? '' : `like ${String(pattern)}`,
    maxLength === undefined ? '' : `at most ${String(maxLength)} characters`,
    maxItems === undefined ? '' : `at most ${String(maxItems)} times`,
  ];
  return [String(type), ...rules.filter((rule) => rule !== '')].join(', ');
}

/** Renders JSON in which names of schemas are links. The link target is inside the `details` element, so that browsers open it. */
function linkedCode(id: string, text: string): string {
  const linked = asText(text).replace(/#\/components\/schemas\/(\w+)/g, (path, name: string) => `<a href="#${anchorOf(name)}">${path}</a>`);
  return `<pre id="${anchorOf(id)}" tabindex="0">${linked}</pre>`;
}
