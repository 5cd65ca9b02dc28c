// Everything that can go wrong when the API is asked becomes a Problem, told in Chinese.
import type { ProblemDocument } from "./types";

/** What a person is told. */
export interface Telling {
  title: string;
  detail: string;
}

export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    /** The HTTP status; 0 where no answer came. */
    readonly status: number,
    /** The stable code of the API, or one of our own where no problem document came. */
    readonly code: string,
    readonly telling: Telling,
    readonly requestId: string | null = null,
    /** What is wrong with single fields. */
    readonly errors: ProblemDocument["errors"] = [],
  ) {
    super(`${code}: ${telling.detail}`);
  }

  /** Whether asking again may help. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const SERVER_AWAY: Telling = {
  title: "服务暂时不可用",
  detail: "服务器没有给出正常答复，请稍后再试。",
};

const BY_STATUS: Record<number, Telling> = {
  0: { title: "连接不上服务器", detail: "请检查网络后再试。" },
  401: { title: "请先登录", detail: "登录已失效，请重新登录。" },
  403: { title: "没有权限", detail: "您现在的岗位不能这样做。" },
  404: { title: "没有找到", detail: "要找的内容不存在，或您无权查看。" },
  412: { title: "内容已被他人更改", detail: "请刷新后重新核对。" },
  413: { title: "内容过大", detail: "请减少内容后再提交。" },
  429: { title: "操作过于频繁", detail: "请稍候再试。" },
};

/** The words for a status where the server itself had none. */
function wordsFor(status: number): Telling {
  if (status >= 500) return SERVER_AWAY;
  return BY_STATUS[status] ?? { title: "未能完成", detail: `服务器拒绝了请求（${status}）。` };
}

function isDocument(body: unknown): body is ProblemDocument {
  if (typeof body !== "object" || body === null) return false;
  const { code, title, detail } = body as Partial<ProblemDocument>;
  return typeof code === "string" && typeof title === "string" && typeof detail === "string";
}

/** The problem that an answer with an error status tells of. */
export function problemOf(response: Response, body: unknown): Problem {
  const { status } = response;
  if (!isDocument(body)) {
    return new Problem(status, `http_${status}`, wordsFor(status), response.headers.get("X-Request-Id"));
  }
  const { title, detail, code, request_id, errors } = body;
  return new Problem(status, code, { title, detail }, request_id, errors ?? []);
}

/** The problem behind anything that was thrown. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  // `fetch` itself throws nothing else when the network fails.
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) {
    return new Problem(0, "unreachable", wordsFor(0));
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new Problem(-1, "client", { title: "页面出错", detail: `页面遇到意外错误：${detail}` });
}

/** An answer as the client gives it. */
interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer; every failure is thrown as a Problem. */
export async function dataOf<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer;
  try {
    answer = await asked;
  } catch (thrown) {
    throw toProblem(thrown);
  }
  if (!answer.response.ok) throw problemOf(answer.response, answer.error);
  return answer.data as T;
}
