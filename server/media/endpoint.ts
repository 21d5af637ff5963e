/** Where LiveKit listens for us and the key that both know. `url` is http, without a path. */
export interface Endpoint {
  url: string;
  apiKey: string;
  apiSecret: string;
}
