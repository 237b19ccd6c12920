/** A file that grows outside of the page's own memory: the browser keeps large blobs where it has room. */
export interface BlobFile {
  /** Writes at a place: at the end, or over what was there. */
  write(data: Uint8Array<ArrayBuffer>, position: number): void;
  /** The whole of it, under a media type. */
  finish(type: string): Blob;
}

export function createBlobFile(): BlobFile {
  let whole = new Blob([]);
  return {
    write(data, position) {
      if (position > whole.size) whole = new Blob([whole, new Uint8Array(position - whole.size)]);
      // A blob is a copy: whoever wrote may use the memory again.
      whole = new Blob([whole.slice(0, position), data, whole.slice(position + data.byteLength)]);
    },
    finish: (type) => new Blob([whole], { type }),
  };
}
