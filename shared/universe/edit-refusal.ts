/** The reason for which a well-formed edit cannot be applied to a document. */
export interface EditRefusal {
  path: string;
  rule: string;
  value: unknown;
}
