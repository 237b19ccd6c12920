import type { Database } from '../db/database.ts';
import { createDocumentService, type DocumentService } from '../services/documents/document-service.ts';
import type { JournalWriter } from '../services/documents/journal-writer.ts';
import { createMembership, type Membership } from '../services/processes/membership.ts';
import { createUniverseHolders } from '../services/processes/universe-holders.ts';

/** A process that no other one knows of. */
export const loneMembership = (id = 'alone'): Membership =>
  createMembership({
    db: null,
    self: { id, node: 'single', address: 'http://127.0.0.1:1', machine: 'here' },
    isShared: false,
    report(error) {
      throw error;
    },
  });

/** Returns the stored documents of a database for the only process that uses it. */
export const documentsOf = (db: Database, journal?: JournalWriter): DocumentService =>
  createDocumentService(db, createUniverseHolders(db, loneMembership()), journal);
