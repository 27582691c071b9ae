/** As much of Meta's own client, which comes without types, as the tests use. */
declare module 'facebook-nodejs-business-sdk' {
  interface Thing {
    readonly id: string;
    exportAllData(): Readonly<Record<string, unknown>>;
  }
  interface Cursor extends Array<Thing> {
    hasNext(): boolean;
    next(): Promise<Cursor>;
  }
  type Read = (fields: string[], parameters?: object) => Promise<Cursor>;
  type Write = (fields: string[], parameters?: object) => Promise<Thing>;
  class Edges {
    constructor(id: string, data?: object, parent?: object, api?: FacebookAdsApi);
    get: Write;
    update: Write;
    delete: Write;
    createFeed: Write;
    createPhoto: Write;
    createPhotoStory: Write;
    createComment: Write;
    getAccounts: Read;
    getComments: Read;
    getInsights: Read;
    getPublishedPosts: Read;
    getScheduledPosts: Read;
  }
  class FacebookAdsApi {
    static readonly GRAPH: string;
    constructor(token: string, locale: string, crashLog: boolean);
  }
  const sdk: {
    readonly FacebookAdsApi: typeof FacebookAdsApi;
    readonly Page: typeof Edges;
    readonly PagePost: typeof Edges;
    readonly Comment: typeof Edges;
    readonly User: typeof Edges;
  };
  export default sdk;
}
