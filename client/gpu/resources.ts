/** A resource that a pass can bind. */
export type Resource = GPUBuffer | GPUTextureView | GPUSampler;

/** The buffers, textures and samplers of a picture, by name. `swap` exchanges what two names refer to. */
export interface Resources {
  get(name: string): Resource;
  buffer(name: string, bytes: number, usage?: GPUBufferUsageFlags): GPUBuffer;
  texture(name: string, width: number, height: number, format: GPUTextureFormat): GPUTextureView;
  /** Binds a resource that is owned elsewhere, such as the canvas. */
  lend(name: string, resource: Resource): void;
  swap(a: string, b: string): void;
  /** Hands a buffer over to the caller, who destroys it. */
  take(name: string): GPUBuffer;
  release(name: string): void;
  dispose(): void;
}

export function createResources(device: GPUDevice): Resources {
  const bound = new Map<string, Resource>();
  const owned = new Map<string, GPUBuffer | GPUTexture>();

  const own = (name: string, resource: GPUBuffer | GPUTexture) => {
    owned.get(name)?.destroy();
    owned.set(name, resource);
  };
  const exchange = <T>(map: Map<string, T>, a: string, b: string) => {
    const [first, second] = [map.get(a), map.get(b)];
    if (first === undefined || second === undefined) return;
    map.set(a, second);
    map.set(b, first);
  };

  return {
    get(name) {
      const resource = bound.get(name);
      if (!resource) throw new Error(`no GPU resource is named ${name}`);
      return resource;
    },
    buffer(name, bytes, usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST) {
      const buffer = device.createBuffer({ label: name, size: bytes, usage });
      own(name, buffer);
      bound.set(name, buffer);
      return buffer;
    },
    texture(name, width, height, format) {
      const texture = device.createTexture({
        label: name,
        size: [width, height],
        format,
        usage: GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.STORAGE_BINDING,
      });
      own(name, texture);
      const view = texture.createView({ label: name });
      bound.set(name, view);
      return view;
    },
    lend(name, resource) {
      bound.set(name, resource);
    },
    swap(a, b) {
      exchange(bound, a, b);
      exchange(owned, a, b);
    },
    take(name) {
      const buffer = owned.get(name);
      if (!(buffer instanceof GPUBuffer)) throw new Error(`no buffer of the picture is named ${name}`);
      owned.delete(name);
      bound.delete(name);
      return buffer;
    },
    release(name) {
      owned.get(name)?.destroy();
      owned.delete(name);
      bound.delete(name);
    },
    dispose() {
      for (const resource of owned.values()) resource.destroy();
      owned.clear();
      bound.clear();
    },
  };
}
