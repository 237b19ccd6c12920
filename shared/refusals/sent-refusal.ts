import { type AppError, type ErrorBody, errorBodyOf } from '../api/errors.ts';

/** A refusal where only text can be sent: of a join, or with the end of a connection. */
export type SentRefusal = Omit<ErrorBody['error'], 'code' | 'issues'> & Partial<Pick<ErrorBody['error'], 'issues'>>;

/** Writes a refusal as text; what is empty is left out. */
export function writeRefusal(error: AppError): string {
  const { code: _, issues, params, ...rest } = errorBodyOf(error).error;
  return JSON.stringify({
    ...rest,
    ...(Object.keys(params).length === 0 ? {} : { params }),
    ...(issues.length === 0 ? {} : { issues }),
  });
}

/** Reads a refusal that was sent as text, or null where the text is none. */
export function readRefusal(text: string): SentRefusal | null {
  try {
    const { message, reason, params = {}, issues = [], retryAfterSeconds } = JSON.parse(text) as Partial<SentRefusal>;
    if (typeof message !== 'string' || typeof reason !== 'string') return null;
    return { message, reason, params, issues, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
  } catch {
    return null;
  }
}
