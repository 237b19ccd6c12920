/** Styles of the API page, which the server renders; the look is that of client/ui/tokens.ts. */
export const apiPageStyles = `
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body {
  margin: 0;
  background: radial-gradient(900px 520px at 80% -6%, rgb(64 78 160 / 0.26), transparent 70%),
    radial-gradient(760px 440px at 6% 2%, rgb(140 70 130 / 0.15), transparent 70%) #06070c;
  background-repeat: no-repeat;
  color: #eceef6;
  color-scheme: dark;
  font: 14px/1.5 'Inter Variable', system-ui, sans-serif;
  font-feature-settings: 'cv05', 'ss03';
}
.page { max-width: 980px; margin: 0 auto; padding: 28px clamp(16px, 5vw, 48px) 80px; }
a { color: #c3d3ff; text-underline-offset: 3px; text-decoration-color: rgb(195 211 255 / 0.4); }
:focus-visible { outline: 2px solid #9db8ff; outline-offset: 2px; border-radius: 4px; }
.home { display: inline-block; padding: 10px 0; color: #a9afc3; text-decoration: none; }
h1 { margin: 12px 0 0; font-size: clamp(32px, 5vw, 48px); font-weight: 640; letter-spacing: -0.032em; line-height: 1.05; }
header p { max-width: 64ch; color: #bcc2d6; text-wrap: pretty; }
nav { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 18px; }
nav a { padding: 8px 12px; border: 1px solid rgb(255 255 255 / 0.2); border-radius: 8px; color: inherit; text-decoration: none; }
nav a:hover { background: rgb(255 255 255 / 0.08); }
h2 { margin: 40px 0 12px; font-size: 18px; font-weight: 600; }
section { scroll-margin-top: 12px; }
details { margin-bottom: 8px; border: 1px solid rgb(255 255 255 / 0.09); border-radius: 12px; background: rgb(15 17 26 / 0.82); }
details[open] { border-color: rgb(255 255 255 / 0.2); }
summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 12px; padding: 12px 16px; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
code, pre { font: 13px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.says { flex-basis: 100%; color: #a9afc3; text-wrap: pretty; }
.method { min-width: 52px; font-size: 12px; font-weight: 650; letter-spacing: 0.04em; color: #9db8ff; }
.method.post { color: #7ee2a8; }
.method.put, .method.patch { color: #ffc48a; }
.method.delete { color: #ff9b9b; }
table { width: 100%; padding: 0 16px 12px; border-spacing: 0; }
th, td { padding: 6px 0; border-top: 1px solid rgb(255 255 255 / 0.07); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { width: 132px; padding-right: 12px; font-weight: 500; color: #a9afc3; }
small { font-size: 12px; color: #8087a0; }
pre { max-height: 480px; margin: 0; padding: 0 16px 14px; overflow: auto; overflow-wrap: normal; }
@media (max-width: 640px) { th { width: 96px; } }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
`;
