// An OpenID provider for the tests of signing in. It is `oidc-provider`, as certified by the OpenID Foundation, with
// people whom a test names, and with faults that a test asks for: what a broken, slow or hostile provider would send.
//
// It prints its address on its first line, and ends with the process that started it. A test speaks to it at
// /control, always in JSON:
//
//   POST /control/client  {base_url, claims_in_id_token}   registers the service; until then nothing is answered
//   POST /control/person  {login, claims}                  who signs in with that name, and what is said of them
//   POST /control/fault   {fault}                          one of FAULTS, until another is asked for
//   GET  /control/seen                                     how often each path was asked for

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import * as jose from 'jose';
import Provider from 'oidc-provider';

const CLIENT = 'pejl-test';
const SECRET = 'the secret of the tests: & + % / =';

const FAULTS = [
  'none', // all is well
  'nonce', // the token answers another sign-in
  'audience', // the token is for another service
  'issuer', // the token is of another provider
  'expired', // the token ran out long ago
  'future', // the token was made in an hour: a clock is wrong
  'forged', // the token is signed by a key that says it is the provider's
  'unsigned', // the token has no signature
  'at_hash', // the token belongs to another access token
  'rotated', // the token is signed by a new key, which the key set holds from now on
  'unknown_key', // the token is signed by a key that no key set holds
  'discovery', // discovery answers with something else
  'foreign_issuer', // discovery names another issuer
  'huge', // discovery never ends
  'slow', // no answer in good time
  'failing', // the token endpoint fails
  'secret', // the client's secret is another
];

let fault = 'none';
let provider;
let issuer;
const people = new Map();
const seen = new Map();

const own = await jose.generateKeyPair('RS256', { extractable: true });
const fresh = await jose.generateKeyPair('RS256', { extractable: true });
const foreign = await jose.generateKeyPair('RS256', { extractable: true });
const ownKey = { ...(await jose.exportJWK(own.privateKey)), kid: 'own', use: 'sig', alg: 'RS256' };
const freshKey = { ...(await jose.exportJWK(fresh.publicKey)), kid: 'fresh', use: 'sig', alg: 'RS256' };

function makeProvider({ base_url: baseUrl, claims_in_id_token: inIdToken }) {
  const made = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        redirect_uris: [`${baseUrl}/login/oidc/callback`],
        post_logout_redirect_uris: [`${baseUrl}/login`],
        backchannel_logout_uri: `${baseUrl}/login/oidc/logout`,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [ownKey] },
    cookies: { keys: ['a key of the tests'] },
    // A provider should ask no address of its own machine; here the service is there.
    fetch: (address, { dispatcher: _, ...options }) => fetch(address, options),
    conformIdTokenClaims: !inIdToken,
    claims: {
      openid: ['sub', 'acr', 'amr'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      pejl: ['roles', 'kommune', 'realm_access'],
    },
    scopes: ['openid', 'email', 'profile', 'pejl'],
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 3600, IdToken: 300, Interaction: 600, Session: 3600 },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    // Nobody is asked twice: whoever has signed in has consented.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email profile pejl');
      await grant.save();
      return grant;
    },
    async findAccount(_, sub) {
      const person = [...people.values()].find((one) => one.claims.sub === sub);
      return person && { accountId: sub, claims: async () => person.claims };
    },
  });
  made.use(tamper);
  return made;
}

// What leaves the provider, as the fault has it.
async function tamper(ctx, next) {
  if (fault === 'discovery' && ctx.path.startsWith('/.well-known/')) {
    ctx.type = 'html';
    ctx.body = '<h1>Vedligeholdelse</h1>';
    return;
  }
  await next();
  if (fault === 'foreign_issuer' && ctx.path.startsWith('/.well-known/')) {
    ctx.body = { ...ctx.body, issuer: 'https://other.example.org' };
  }
  if (fault === 'rotated' && ctx.path === '/jwks') {
    ctx.body = { keys: [...ctx.body.keys, freshKey] };
  }
  if (ctx.path === '/token' && ctx.body?.id_token) {
    ctx.body = { ...ctx.body, id_token: await tampered(ctx.body.id_token) };
  }
}

async function tampered(token) {
  const claims = jose.decodeJwt(token);
  const now = Math.floor(Date.now() / 1000);
  const sign = (changes, key = own.privateKey, kid = 'own') =>
    new jose.SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'RS256', kid }).sign(key);
  switch (fault) {
    case 'nonce': return sign({ nonce: 'another' });
    case 'audience': return sign({ aud: 'another-service' });
    case 'issuer': return sign({ iss: 'https://other.example.org' });
    case 'expired': return sign({ iat: now - 7200, exp: now - 3600 });
    case 'future': return sign({ iat: now + 3600, exp: now + 7200 });
    case 'forged': return sign({}, foreign.privateKey);
    case 'unsigned': return new jose.UnsecuredJWT(claims).encode();
    case 'at_hash': return sign({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' });
    case 'rotated': return sign({}, fresh.privateKey, 'fresh');
    case 'unknown_key': return sign({}, foreign.privateKey, 'nobody-knows');
    default: return token;
  }
}

// The page on which people sign in. A name nobody has, "afbryd", gives up.
async function interaction(request, response) {
  const form = new URLSearchParams(await text(request));
  const login = form.get('login');
  if (request.method === 'GET' || login === null) {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      '<!DOCTYPE html><html lang="da"><title>Prøvekommunens login</title><form method="post">' +
        '<label>Bruger <input name="login"></label> <button>Log ind</button></form></html>',
    );
    return;
  }
  const person = people.get(login);
  const result = person
    ? { login: { accountId: person.claims.sub } }
    : { error: 'access_denied', error_description: 'given up' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function control(request, response) {
  const said = request.method === 'POST' ? JSON.parse(await text(request)) : {};
  const answer = (status, body) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  switch (request.url) {
    case '/control/client':
      provider = makeProvider(said);
      return answer(200, {});
    case '/control/person':
      people.set(said.login, said);
      return answer(200, {});
    case '/control/fault':
      if (!FAULTS.includes(said.fault)) return answer(400, { unknown: said.fault });
      fault = said.fault;
      return answer(200, {});
    case '/control/seen':
      return answer(200, Object.fromEntries(seen));
    default:
      return answer(404, {});
  }
}

async function text(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function answer(request, response) {
  const path = new URL(request.url, issuer).pathname;
  if (path.startsWith('/control/')) return control(request, response);
  seen.set(path, (seen.get(path) ?? 0) + 1);
  if (fault === 'slow') return undefined;
  if (fault === 'huge') {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => { while (!response.destroyed && response.write('"'.repeat(65536))); };
    response.on('drain', more);
    return more();
  }
  if (fault === 'failing' && path === '/token') {
    response.writeHead(502).end('bad gateway');
    return undefined;
  }
  if (fault === 'secret' && path === '/token') {
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"invalid_client"}');
    return undefined;
  }
  if (!provider) return response.writeHead(503).end();
  if (path.startsWith('/interaction/')) return interaction(request, response);
  return provider.callback()(request, response);
}

// With the names of a key and a certificate it is reached by https.
const [key, cert] = process.argv.slice(2).map((path) => readFileSync(path));
const listen = (listener) => (key ? createTlsServer({ key, cert }, listener) : createServer(listener));

const server = listen((request, response) => {
  Promise.resolve(answer(request, response)).catch((error) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
server.listen(0, '127.0.0.1', () => {
  issuer = `${key ? 'https' : 'http'}://127.0.0.1:${server.address().port}`;
  console.log(issuer);
});

// The test that started it holds its input open.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
