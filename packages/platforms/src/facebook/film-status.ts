import type { Account, PlatformIo } from '@affiche/core';
import { callGraph } from '../meta/graph.ts';
import { facebookNetwork, pathOf, type Setup } from './api.ts';
import { Video } from './wire.ts';

/** Asks where a film stands. */
export async function askFilm(account: Account, video: string, io: PlatformIo, { version }: Setup) {
  const call = {
    method: 'get',
    path: pathOf(video),
    endpoint: '/:video',
    search: { fields: 'id,status,post_id,permalink_url' },
    version,
    answer: Video,
    timeoutSeconds: 15,
  } as const;
  return { call, answer: await callGraph(facebookNetwork, account, call, io) };
}

/** What people can make of a film: it is out or waits for its time, it is not, or nobody can tell yet. */
export function standing({ status }: Video): 'published' | 'unpublished' | 'failed' | 'unclear' {
  const { video_status: all, publishing_phase: publishing } = status;
  if (all === 'error' || status.processing_phase?.status === 'error') return 'failed';
  const outcome = publishing?.publish_status;
  if (outcome === 'published' || outcome === 'scheduled') return 'published';
  if (publishing?.status === 'complete') return 'published';
  return publishing?.status === 'not_started' ? 'unpublished' : 'unclear';
}

/** The post of a film, as later steps and readings need it. */
export function filmOutput(account: Account, { id: video, post_id, permalink_url }: Video) {
  const url = permalink_url?.replace(/^\//, 'https://www.facebook.com/');
  return {
    id: post_id === undefined ? video : fullId(account, post_id),
    ...(url !== undefined && { url }),
    data: { video },
  };
}

/** Posts of pages begin with the page; the network leaves that out at times. */
export function fullId({ id }: Account, post: string): string {
  return post.includes('_') ? post : `${id}_${post}`;
}
