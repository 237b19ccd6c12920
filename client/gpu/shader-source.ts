/** A part of a shader: a file of `shaders/`, or text that is generated. */
export interface ShaderPart {
  readonly file: string;
  readonly text: string;
}

export interface ShaderSource {
  readonly text: string;
  /** `file:line` of a line (from 1) of the joined text. */
  locate(line: number): string;
}

/** Joins the parts and records the origin of each line. */
export function joinShader(parts: readonly ShaderPart[]): ShaderSource {
  const spans: { file: string; first: number }[] = [];
  let text = '';
  let line = 1;
  for (const part of parts) {
    spans.push({ file: part.file, first: line });
    const body = part.text.endsWith('\n') ? part.text : `${part.text}\n`;
    text += body;
    line += body.split('\n').length - 1;
  }
  return {
    text,
    locate(at) {
      const span = spans.findLast(({ first }) => first <= at) ?? spans[0];
      return `${span.file}:${at - span.first + 1}`;
    },
  };
}

/** Compiles a shader; throws an error that names the file, the line and the message. */
export async function compileShader(device: GPUDevice, label: string, source: ShaderSource): Promise<GPUShaderModule> {
  const shader = device.createShaderModule({ label, code: source.text });
  const { messages } = await shader.getCompilationInfo();
  const mistakes = messages.filter(({ type }) => type === 'error');
  if (mistakes.length === 0) return shader;
  throw new Error(mistakes.map(({ lineNum, linePos, message }) => `${source.locate(lineNum)}:${linePos} ${message}`).join('\n'));
}
