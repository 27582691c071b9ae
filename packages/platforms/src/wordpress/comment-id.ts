/** A comment among all posts of a blog: `12#comment-34`. */
export function commentId(post: number, comment: number): string {
  return `${post}#comment-${comment}`;
}

/** Reads a comment's id as this adapter writes it; a number alone is a post. */
export function readCommentId(
  id: string,
): { readonly post: number; readonly comment: number | undefined } | undefined {
  const parts = /^(?<post>\d{1,15})(?:#comment-(?<comment>\d{1,15}))?$/.exec(id)?.groups;
  if (!parts) return undefined;
  const comment = parts['comment'];
  return {
    post: Number(parts['post']),
    comment: comment === undefined ? undefined : Number(comment),
  };
}
