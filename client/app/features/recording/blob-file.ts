/** A file that grows outside of the page's memory: the browser stores large blobs elsewhere. */
export interface BlobFile {
  /** Writes at a position: appends, or overwrites. */
  write(data: Uint8Array<ArrayBuffer>, position: number): void;
  /** Returns the file with a media type. */
  finish(type: string): Blob;
}

export function createBlobFile(): BlobFile {
  let whole = new Blob([]);
  return {
    write(data, position) {
      if (position > whole.size) whole = new Blob([whole, new Uint8Array(position - whole.size)]);
      // A blob is a copy: the writer may reuse the memory.
      whole = new Blob([whole.slice(0, position), data, whole.slice(position + data.byteLength)]);
    },
    finish: (type) => new Blob([whole], { type }),
  };
}
