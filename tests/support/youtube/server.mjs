// A YouTube Data API v3 of one machine: channels, videos and captions, with the service's rules and its quota. For tests
// only. What it does is in the API's reference: captions.list, .insert, .update, .download, .delete; videos.list, .update;
// channels.list.
import http from 'node:http';
import { readCaptions, writeCaptions } from './captions_file.mjs';
import { readMultipart } from './multipart.mjs';

const UNITS = {
  'channels.list': 1,
  'videos.list': 1,
  'videos.update': 50,
  'captions.list': 50,
  'captions.insert': 400,
  'captions.update': 450,
  'captions.download': 200,
  'captions.delete': 50,
};

class ApiError extends Error {
  constructor(code, reason, message = `The request failed: <code>${reason}</code> &amp; no more.`) {
    super(message);
    Object.assign(this, { code, reason });
  }
}

const equalText = (a, b) => String(a).toLowerCase() === String(b).toLowerCase();

export class YouTubeServer {
  /** accountOf(token): the account of an access token, or undefined (a promise will do). */
  constructor(accountOf) {
    this.accountOf = accountOf;
    this.channels = [];
    this.videos = [];
    this.captions = [];
    this.quota = 10000;
    this.newDay();
    this.calls = [];
    this.requestTargets = []; // Paths and queries, as a proxy would log them.
    this.disowned = new Set();
    this.faults = [];
    this.syncingLists = 0; // How many lists show a new track as "syncing".
    this.ticks = 0;
    this.server = http.createServer((request, response) => this.#receive(request, response));
  }

  async listen() {
    await new Promise((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  addChannel(id, title, account) {
    this.channels.push({ id, title, account });
  }

  addVideo(id, channelId, { title, duration, ...snippet }) {
    this.videos.push({ id, channelId, duration, snippet: { title, description: '', categoryId: '28', ...snippet } });
  }

  /** A track that somebody made in Studio, or the service itself. */
  addTrack(videoId, snippet, content) {
    const track = { id: this.#newId(), content, isNew: 0, snippet: this.#snippet({ videoId, ...snippet }) };
    this.captions.push(track);
    return track;
  }

  /** Somebody changes a track in Studio. */
  editTrack(track, content) {
    track.content = content;
    track.snippet.lastUpdated = this.#now();
  }

  /**
   * The next call of the method meets the fault once: { method, status, reason, retryAfter }, { html }, { redirect }. With
   * isDone the call is carried out all the same; with dropAfter, too, and the connection is cut instead of an answer; with
   * until, once that promise is fulfilled.
   */
  fail(fault) {
    this.faults.push(fault);
  }

  /** Captions of the video are somebody else's, whatever its channel. */
  disown(videoId) {
    this.disowned.add(videoId);
  }

  newDay() {
    this.spent = 0;
  }

  /** Everything that a client can change, for comparison. */
  state() {
    return JSON.parse(JSON.stringify({
      videos: this.videos,
      captions: this.captions.map(({ id, snippet, content }) => ({ id, snippet, content })),
    }));
  }

  #now() {
    this.ticks += 1;
    return new Date(Date.UTC(2026, 0, 1) + this.ticks * 1000).toISOString();
  }

  #newId() {
    return `caption-${this.captions.length + 1}`;
  }

  #snippet(given) {
    return {
      trackKind: 'standard', audioTrackType: 'unknown', isCC: false, isLarge: false, isEasyReader: false, isAutoSynced: false,
      isDraft: false, name: '', status: 'serving', lastUpdated: this.#now(), ...given,
    };
  }

  async #receive(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url, this.url);
    const call = { method: undefined, status: 0, units: 0 };
    this.calls.push(call);
    this.requestTargets.push(request.url);
    try {
      const { method, run } = this.#route(request, url, Buffer.concat(chunks));
      call.method = method;
      const fault = this.#takeFault(method);
      await fault?.until;
      if (fault && !fault.dropAfter && !fault.isDone && !fault.until) {
        this.#sendFault(fault, call, response);
        return;
      }
      const account = await this.accountOf((request.headers.authorization ?? '').replace(/^Bearer /, ''));
      if (!account) throw new ApiError(401, 'authError', 'Invalid Credentials');
      if (this.spent + UNITS[method] > this.quota) throw new ApiError(403, 'quotaExceeded');
      const result = run(account);
      call.units = UNITS[method];
      if (fault?.dropAfter) {
        call.status = 'dropped';
        request.socket.destroy();
      } else if (fault?.isDone) {
        this.#sendFault(fault, call, response);
      } else {
        this.#send(call, response, 200, result);
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      call.units = ['authError', 'quotaExceeded'].includes(error.reason) ? 0 : 1;
      const { code, reason, message } = error;
      this.#send(call, response, code, { error: { code, message, errors: [{ message, domain: 'youtube', reason }] } });
    } finally {
      this.spent += call.units;
      call.state = this.state();
    }
  }

  #send(call, response, status, result) {
    call.status = status;
    const isText = typeof result === 'string';
    response.writeHead(status, { 'content-type': isText ? 'application/octet-stream' : 'application/json; charset=UTF-8' });
    response.end(isText ? result : JSON.stringify(result));
  }

  #takeFault(method) {
    const index = this.faults.findIndex((fault) => fault.method === method);
    return index < 0 ? undefined : this.faults.splice(index, 1)[0];
  }

  #sendFault(fault, call, response) {
    if (fault.redirect) {
      call.status = 307;
      response.writeHead(307, { location: fault.redirect }).end();
    } else if (fault.html) {
      call.status = fault.status ?? 200;
      response.writeHead(call.status, { 'content-type': 'text/html' }).end(fault.html);
    } else {
      call.status = fault.status;
      call.units = 1;
      const { status: code, reason = 'backendError', retryAfter } = fault;
      response.writeHead(code, { 'content-type': 'application/json', ...(retryAfter ? { 'retry-after': retryAfter } : {}) });
      response.end(JSON.stringify({ error: { code, message: reason, errors: [{ message: reason, domain: 'global', reason }] } }));
    }
  }

  /** Which method of the API the request calls, and what that does once the account is known. */
  #route(request, url, body) {
    const query = Object.fromEntries(url.searchParams);
    const key = `${request.method} ${url.pathname}`;
    const id = /^\/youtube\/v3\/captions\/([^/]+)$/.exec(url.pathname)?.[1];
    const json = () => this.#json(body);
    const parts = () => this.#upload(request, query, body);
    if (id && request.method === 'GET') {
      return { method: 'captions.download', run: (account) => this.#download(account, id, query) };
    }
    const routes = {
      'GET /youtube/v3/channels': ['channels.list', (account) => this.#listChannels(account, query)],
      'GET /youtube/v3/videos': ['videos.list', () => this.#listVideos(query)],
      'PUT /youtube/v3/videos': ['videos.update', (account) => this.#updateVideo(account, query, json())],
      'GET /youtube/v3/captions': ['captions.list', (account) => this.#listCaptions(account, query)],
      'POST /upload/youtube/v3/captions': ['captions.insert', (account) => this.#insert(account, query, parts())],
      'PUT /upload/youtube/v3/captions': ['captions.update', (account) => this.#update(account, query, parts())],
      'PUT /youtube/v3/captions': ['captions.update', (account) => this.#update(account, query, { resource: json() })],
      'DELETE /youtube/v3/captions': ['captions.delete', (account) => this.#delete(account, query)],
    };
    if (!routes[key]) throw new ApiError(404, 'notFound', `There is no ${key}`);
    return { method: routes[key][0], run: routes[key][1] };
  }

  #json(body) {
    try {
      return JSON.parse(body.toString('utf8'));
    } catch {
      throw new ApiError(400, 'parseError');
    }
  }

  #upload(request, query, body) {
    if (query.uploadType !== 'multipart') throw new ApiError(400, 'badRequest');
    let parts;
    try {
      parts = readMultipart(request.headers['content-type'], body);
    } catch (error) {
      throw new ApiError(400, 'badContent', error.message);
    }
    if (parts.length !== 2 || !/^application\/json\b/i.test(parts[0].type)) throw new ApiError(400, 'badContent');
    return { resource: this.#json(parts[0].content), media: parts[1].content.toString('utf8') };
  }

  #need(query, name, allowed) {
    const given = (query[name] ?? '').split(',');
    if (given[0] === '' || (allowed && !given.every((part) => allowed.includes(part)))) {
      throw new ApiError(400, 'missingRequiredParameter', `${name} is missing or wrong`);
    }
  }

  #ownVideo(account, videoId) {
    const video = this.videos.find((one) => one.id === videoId);
    if (!video) throw new ApiError(404, 'videoNotFound');
    const channel = this.channels.find((one) => one.id === video.channelId);
    if (channel?.account !== account || this.disowned.has(videoId)) throw new ApiError(403, 'forbidden');
    return video;
  }

  #ownTrack(account, captionId) {
    const track = this.captions.find((one) => one.id === captionId);
    if (!track) throw new ApiError(404, 'captionNotFound');
    this.#ownVideo(account, track.snippet.videoId);
    return track;
  }

  #listChannels(account, query) {
    this.#need(query, 'part', ['snippet', 'id']);
    if (query.mine !== 'true') throw new ApiError(400, 'missingRequiredParameter');
    const items = this.channels.filter((channel) => channel.account === account)
      .map(({ id, title }) => ({ kind: 'youtube#channel', id, snippet: { title } }));
    return { kind: 'youtube#channelListResponse', ...(items.length ? { items } : {}) };
  }

  #listVideos(query) {
    this.#need(query, 'part', ['snippet', 'contentDetails', 'id']);
    this.#need(query, 'id');
    const ids = query.id.split(',');
    if (ids.length > 50) throw new ApiError(400, 'invalidFilters');
    const items = this.videos.filter((video) => ids.includes(video.id)).map(({ id, channelId, duration, snippet }) => ({
      kind: 'youtube#video',
      id,
      snippet: { ...snippet, channelId, channelTitle: this.channels.find((channel) => channel.id === channelId)?.title },
      contentDetails: { duration },
    }));
    return { kind: 'youtube#videoListResponse', items };
  }

  // What the resource leaves out is wiped.
  #updateVideo(account, query, resource) {
    this.#need(query, 'part', ['snippet']);
    const video = this.#ownVideo(account, resource.id);
    const { title, categoryId, description = '', tags, defaultLanguage, defaultAudioLanguage } = resource.snippet ?? {};
    if (!title || /[<>]/.test(title)) throw new ApiError(400, 'invalidTitle');
    if (!categoryId) throw new ApiError(400, 'invalidCategoryId');
    if (/[<>]/.test(description) || Buffer.byteLength(description) > 5000) throw new ApiError(400, 'invalidDescription');
    video.snippet = JSON.parse(JSON.stringify({ title, description, categoryId, tags, defaultLanguage, defaultAudioLanguage }));
    return { kind: 'youtube#video', id: video.id, snippet: video.snippet };
  }

  #listCaptions(account, query) {
    this.#need(query, 'part', ['snippet', 'id']);
    this.#need(query, 'videoId');
    this.#ownVideo(account, query.videoId);
    const items = this.captions.filter((track) => track.snippet.videoId === query.videoId);
    for (const track of items) this.#advance(track);
    return { kind: 'youtube#captionListResponse', items: items.map((track) => this.#resource(track)) };
  }

  #resource({ id, snippet }) {
    return { kind: 'youtube#caption', id, snippet };
  }

  // A new track is read some time after the call.
  #advance(track) {
    if (track.isNew > 0) {
      track.isNew -= 1;
      return;
    }
    if (track.snippet.status === 'syncing') this.#settle(track);
  }

  #settle(track) {
    if (readCaptions(track.content).length > 0) {
      track.snippet.status = 'serving';
    } else {
      Object.assign(track.snippet, { status: 'failed', failureReason: 'unknownFormat' });
    }
  }

  #take(track, media) {
    if (!media) throw new ApiError(400, 'contentRequired');
    track.content = media;
    track.isNew = this.syncingLists;
    track.snippet.status = 'syncing';
    if (this.syncingLists === 0) this.#settle(track);
  }

  #insert(account, query, { resource, media }) {
    this.#need(query, 'part', ['snippet', 'id']);
    if ('sync' in query) throw new ApiError(400, 'invalidParameter', 'sync has ended');
    const { videoId, language, name, isDraft = false } = resource.snippet ?? {};
    if (typeof name !== 'string' || !/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language ?? '')) throw new ApiError(400, 'invalidMetadata');
    if (name.length > 150) throw new ApiError(400, 'nameTooLong');
    this.#ownVideo(account, videoId);
    const isTaken = ({ snippet }) => snippet.videoId === videoId && !equalText(snippet.trackKind, 'ASR')
      && equalText(snippet.language, language) && snippet.name === name;
    if (this.captions.some(isTaken)) throw new ApiError(409, 'captionExists');
    const track = { id: this.#newId(), snippet: this.#snippet({ videoId, language, name, isDraft }) };
    this.#take(track, media);
    this.captions.push(track);
    return this.#resource(track);
  }

  // Only isDraft may change, and loses its value if it is left out.
  #update(account, query, { resource, media }) {
    this.#need(query, 'part', ['snippet', 'id']);
    const track = this.#ownTrack(account, resource.id);
    if (media !== undefined) this.#take(track, media);
    track.snippet.isDraft = resource.snippet?.isDraft ?? false;
    track.snippet.lastUpdated = this.#now();
    return this.#resource(track);
  }

  #download(account, captionId, query) {
    const track = this.#ownTrack(account, captionId);
    if (query.alt !== 'media') throw new ApiError(400, 'badRequest', 'alt=media is missing');
    if (!['srt', 'vtt'].includes(query.tfmt)) throw new ApiError(400, 'couldNotConvert');
    return writeCaptions(readCaptions(track.content), query.tfmt);
  }

  #delete(account, query) {
    const track = this.#ownTrack(account, query.id);
    this.captions.splice(this.captions.indexOf(track), 1);
    return {};
  }
}
