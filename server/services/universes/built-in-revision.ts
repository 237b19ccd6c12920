/**
 * Counts the changes of the built-in templates (`assets/templates`). Of two releases that run side by side, or one after the other, the one
 * with the higher revision has its templates in the database. A test tells when it has to be raised.
 */
export const builtInRevision = 4;
