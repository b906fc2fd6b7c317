// The page for a browser that comes by a plain address, or by another one than the origin: why nothing would work, and what to do.

function reason(origin: string, isTrusted: boolean): string {
  if (!isTrusted) return `${origin} is a plain address: what goes over it can be read on the way.`
  return `This installation answers at <a href="${origin}">${origin}</a>. You came by another address.`
}

/**
 * Plain HTML without script or style: the content policy allows neither from here.
 * @param isTrusted whether browsers would trust the origin itself
 */
export function insecurePage(origin: string, isTrusted: boolean): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Evident needs a secure address</title></head>
<body>
<h1>Evident needs a secure address</h1>
<p>${reason(origin, isTrusted)}</p>
<p>Signing in, the camera and working without a network need HTTPS. Browsers allow them without it only on the machine that Evident runs on.</p>
<h2>For whoever looks after this installation</h2>
<ol>
<li>Get a certificate for the name that tablets and computers will use.</li>
<li>Set EVIDENT_TLS_CERT and EVIDENT_TLS_KEY to its files, or let a reverse proxy bring HTTPS.</li>
<li>Set EVIDENT_ORIGIN to that address, such as https://evident.example.org, and EVIDENT_HOST to 0.0.0.0.</li>
<li>Start Evident again.</li>
</ol>
</body>
</html>
`
}
