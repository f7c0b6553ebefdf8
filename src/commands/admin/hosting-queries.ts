/** The four queries of GraphQL that Sveltia CMS asks GitLab. Each is known by what it selects; any other is refused. */
import type { Branches, StoredFile } from './branches.ts';
import type { Reply, Session } from './hosting-api.ts';

type Query = { query?: string; variables?: { branch?: string; paths?: string[] } };

export function answerQuery(body: unknown, { seen }: Session, branches: Branches): Reply {
  const { query = '', variables: { branch = branches.target, paths = [] } = {} } = body as Query;
  const repository = (json: unknown): Reply => ({ status: 200, json: { data: { project: { repository: json } } } });
  if (/\brootRef\b/.test(query)) return repository({ rootRef: branches.target });
  const head = branches.head(branch);
  if (/\blastCommit\b/.test(query)) {
    const [last] = head === undefined ? [] : branches.history(head);
    return repository({ tree: last ? { lastCommit: { sha: last.id, message: last.message } } : null });
  }
  if (/\bblobs\(after: \$cursor\)/.test(query)) {
    const nodes = [...(head === undefined ? [] : branches.files(head))].map(([path, sha]) => ({
      type: 'blob',
      path,
      sha,
    }));
    return repository({ tree: { blobs: { nodes, pageInfo: { endCursor: '', hasNextPage: false } } } });
  }
  if (/\bblobs\(ref: \$branch, paths: \$paths\)/.test(query)) {
    if (head !== undefined && branch !== branches.target) seen.set(branch, head);
    return repository({ blobs: { nodes: head === undefined ? [] : branches.read(head, paths).map(asBlob) } });
  }
  return {
    status: 200,
    json: { errors: [{ message: 'This server answers the queries of Sveltia CMS 0.221.1 alone.' }] },
  };
}

function asBlob({ path, id, bytes }: StoredFile) {
  const isText = !bytes.subarray(0, 8000).includes(0);
  return { path, oid: id, size: bytes.length, rawTextBlob: isText ? bytes.toString() : null };
}
