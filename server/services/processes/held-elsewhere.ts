import { AppError } from '../../../shared/api/errors.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';

/** The refusal of a request for a universe that another living process holds; the request can be handed to it. */
export class HeldElsewhere extends AppError {
  /** Name of that process. */
  readonly node: string;

  constructor(node: string) {
    const { code, message, reason } = refuse('run-starting');
    super(code, message, { reason, retryAfterSeconds: 1 });
    this.node = node;
  }
}
