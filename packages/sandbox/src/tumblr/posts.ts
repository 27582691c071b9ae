import { isRecord } from '../http/body-fields.ts';
import type { Exchange } from '../http/exchange.ts';
import type { KeptPost } from '../kept-posts.ts';
import { sniffMimeType } from '../mime-sniffing.ts';
import { invalid, type Tumblr } from './context.ts';

const states = new Set(['published', 'queue', 'draft', 'private']);

/** What a request wants a post to be, checked; files come beside it, by the names in its blocks. */
export function readPost({ fields }: Exchange): Readonly<Record<string, unknown>> {
  const post = isRecord(fields['json']) ? parse(fields['json']) : fields;
  const { content, state = 'published' } = post;
  if (!Array.isArray(content) || content.length === 0) throw invalid("'content' must be an array");
  if (typeof state !== 'string' || !states.has(state)) throw invalid('state');
  for (const block of content) checkBlock(block, fields);
  const count = (type: string) =>
    content.filter((block) => isRecord(block) && block['type'] === type).length;
  if (count('text') > 1000 || count('image') > 30 || count('video') > 1 || count('link') > 10) {
    throw invalid('too many blocks');
  }
  return { ...post, state };
}

function parse(part: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { bytes } = part;
  try {
    const value: unknown = JSON.parse(
      Buffer.from(bytes instanceof Uint8Array ? bytes : []).toString(),
    );
    return isRecord(value) ? value : {};
  } catch {
    throw invalid('the JSON cannot be read');
  }
}

function checkBlock(block: unknown, fields: Exchange['fields']): void {
  if (!isRecord(block)) throw invalid('a block must be an object');
  const { type, text, media, url } = block;
  if (type === 'text') {
    if (typeof text !== 'string' || Array.from(text).length > 4096) throw invalid('text');
    return;
  }
  if (type === 'link') {
    if (typeof url !== 'string' || !URL.canParse(url)) throw invalid('url');
    return;
  }
  const file: unknown = type === 'image' && Array.isArray(media) ? media[0] : media;
  if ((type !== 'image' && type !== 'video') || !isRecord(file))
    throw invalid(`type ${String(type)}`);
  const sent = fields[String(file['identifier'])];
  const bytes = isRecord(sent) ? sent['bytes'] : undefined;
  const actual = bytes instanceof Uint8Array ? sniffMimeType(bytes) : undefined;
  if (actual !== file['type']) throw invalid('the media is not what it says', 8005);
}

/** Whether a post has come out: one of the queue does at its time. */
export function isPublished({ clock }: Tumblr, { fields }: KeptPost): boolean {
  const { state, publish_on: at } = fields;
  return state === 'published' || (state === 'queue' && Date.parse(String(at)) <= clock.now());
}

/** A post as the API shows it. */
export function postView({ id, account, fields, createdAt }: KeptPost) {
  return {
    object_type: 'post',
    type: 'blocks',
    is_blocks_post_format: true,
    id: Number(id),
    id_string: id,
    blog_name: account,
    post_url: `https://${account}.tumblr.com/post/${id}`,
    timestamp: Math.floor(createdAt / 1000),
    state: fields['state'] === 'queue' ? 'queued' : fields['state'],
    tags: typeof fields['tags'] === 'string' ? fields['tags'].split(',') : [],
    content: contentView(fields['content']),
    layout: [],
  };
}

/** A post as it is given to whoever wants to edit it. */
export function editingView(post: KeptPost) {
  const { object_type, type, content, layout } = postView(post);
  return { object_type, type, id: post.id, tumblelog_uuid: `t:${post.account}`, content, layout };
}

/** Blocks with the addresses that their files got. */
function contentView(content: unknown): unknown[] {
  const blocks = Array.isArray(content) ? content.filter(isRecord) : [];
  return blocks.map((block) => {
    const { type, media } = block;
    if (type === 'image') return { ...block, media: [fileView(media)].flat() };
    return type === 'video' ? { ...block, provider: 'tumblr', media: fileView(media) } : block;
  });
}

function fileView(media: unknown): object {
  const file: unknown = Array.isArray(media) ? media[0] : media;
  const { type, width = 540, height = 405, identifier } = isRecord(file) ? file : {};
  return { type, width, height, url: `https://64.media.tumblr.com/${String(identifier)}` };
}

/** What a post says: its paragraphs. */
export function wordsOf({ fields }: KeptPost): string {
  const { content } = fields;
  const blocks = Array.isArray(content) ? content.filter(isRecord) : [];
  return blocks.flatMap(({ text }) => (typeof text === 'string' ? [text] : [])).join('\n\n');
}
