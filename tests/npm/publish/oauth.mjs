// The strict OAuth server that the tests sign in to, and the browser in which somebody does.
import http from 'node:http';
import Provider from 'oidc-provider';

export const SCOPE = 'https://www.googleapis.com/auth/youtube.force-ssl';

export class OAuthServer {
  async listen() {
    this.server = http.createServer((request, response) => this.callback(request, response));
    await new Promise((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    this.client = { client_id: 'desktop-app', client_secret: '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ient' };
    this.requests = [];
    this.provider = new Provider(this.url, {
      clients: [{
        ...this.client,
        application_type: 'native',
        redirect_uris: ['http://127.0.0.1/'],
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      }],
      cookies: { keys: ['only for tests'] },
      features: { revocation: { enabled: true } },
      findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
      issueRefreshToken: () => true,
      pkce: { required: () => true },
      rotateRefreshToken: false,
      routes: { revocation: '/revoke' },
      scopes: ['openid', 'offline_access', SCOPE],
      ttl: { AccessToken: 3600, AuthorizationCode: 60, Grant: 86400, IdToken: 3600, Interaction: 600, RefreshToken: 86400, Session: 3600 },
    });
    const handle = this.provider.callback();
    this.callback = (request, response) => {
      this.requests.push(`${request.method} ${request.url.split('?')[0]}`);
      return handle(request, response);
    };
    return this;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** What Google gives to download. */
  clientSecret(kind = 'installed') {
    return JSON.stringify({ [kind]: { ...this.client, auth_uri: `${this.url}/auth`, token_uri: `${this.url}/token` } });
  }

  /** The account that a valid access token of the right scope is of. */
  async accountOf(token) {
    const found = token ? await this.provider.AccessToken.find(token) : undefined;
    return found && !found.isExpired && found.scopes.has(SCOPE) ? found.accountId : undefined;
  }

  async endAccessToken(token) {
    await (await this.provider.AccessToken.find(token)).destroy();
  }

  /** As somebody does at myaccount.google.com/permissions. */
  async endRefreshToken(token) {
    await (await this.provider.RefreshToken.find(token)).destroy();
  }
}

/** Keeps cookies, follows redirects, fills in forms: until the page is not the OAuth server's any more. */
export class Browser {
  constructor(server, account) {
    Object.assign(this, { server, account, cookies: new Map() });
  }

  async open(url, form) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    // Debian's Node 18 has no getSetCookie(); a date in a cookie has a comma, too.
    for (const cookie of response.headers.get('set-cookie')?.split(/, (?=[^ ;,=]+=)/) ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      this.cookies.set(name, value);
    }
    return response;
  }

  /** Signs in, agrees, and returns the address that the browser is sent to with the code. */
  async signIn(url) {
    let response = await this.open(url);
    for (let step = 0; step < 20; step += 1) {
      const location = response.headers.get('location');
      if (location) {
        const next = new URL(location, this.server.url);
        if (next.origin !== this.server.url) return next.href;
        response = await this.open(next);
        continue;
      }
      const page = await response.text();
      const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
      if (!action) throw new Error(`no form in ${response.status}: ${page}`);
      const prompt = /name="prompt" value="(\w+)"/.exec(page)[1];
      response = await this.open(action, prompt === 'login' ? { prompt, login: this.account, password: 'any' } : { prompt });
    }
    throw new Error('the sign-in does not end');
  }
}
