/** Directories with files that are served or loaded. */
export interface Directories {
  client: string;
  templates: string;
  thumbnails: string;
}
