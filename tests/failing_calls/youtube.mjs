// The test's YouTube for one program: whoever has a token is signed in. Says its addresses in a line of JSON; of the
// second one /new takes all tracks away, and /tracks tells how many there are.
import http from 'node:http';
import { YouTubeServer } from '../support/youtube/server.mjs';

const youtube = await new YouTubeServer(() => 'ada').listen();
youtube.addChannel('UC-ada', 'Ada', 'ada');
youtube.addVideo('Cap7ionS4mp', 'UC-ada', { title: 'Short', duration: 'PT6S' });
const control = http.createServer((request, response) => {
  if (request.url === '/new') {
    youtube.captions.length = 0;
    youtube.newDay();
  }
  response.end(String(youtube.captions.length));
});
control.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ api: youtube.url, control: `http://127.0.0.1:${control.address().port}` }));
});
