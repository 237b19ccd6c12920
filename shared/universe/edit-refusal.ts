/** Why an edit that has the right form still can't be applied to this document. */
export interface EditRefusal {
  path: string;
  rule: string;
  value: unknown;
}
