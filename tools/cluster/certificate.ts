import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SelfSigned {
  certificateFile: string;
  keyFile: string;
  /** The certificate itself, which a client has to trust. */
  pem: string;
}

/** Makes a certificate for a host name of this machine. */
export function makeCertificate(openssl: string, folder: string, host: string): SelfSigned {
  const [certificateFile, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const names = `subjectAltName=DNS:${host},IP:127.0.0.1`;
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];
  execFileSync(openssl, [...request, '-subj', `/CN=${host}`, '-addext', names, '-out', certificateFile, '-keyout', keyFile], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return { certificateFile, keyFile, pem: readFileSync(certificateFile, 'utf8') };
}
