/** Where the parts of the project lie that are served or loaded. */
export interface Directories {
  client: string;
  templates: string;
  thumbnails: string;
}
