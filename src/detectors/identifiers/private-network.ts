import { findAny, findWith, onlyWhere } from "./candidates.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|\d{1,2})`;
/** RFC 1918, loopback and link-local. */
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\p{N}.]|\b(?:version|release|build) )(?:10(?:\.${OCTET}){3}|172\.(?:1[6-9]|2\d|3[01])(?:\.${OCTET}){2}|192\.168(?:\.${OCTET}){2}|169\.254(?:\.${OCTET}){2}|127(?:\.${OCTET}){3})(?![\p{L}\p{N}]|\.\d)`,
  "gu",
);
const LOCALHOST =
  /(?<![\p{L}\p{N}.@-])(?:https?:\/\/)?localhost(?![\p{L}\p{N}]|-[\p{L}\p{N}]|\.\p{L})(?::\d{2,5})?(?:\/[^\s"'<>)]{0,200})?/giu;
const FILE_LINK = /\bfile:\/\/[^\s"'<>)]{1,300}/gi;
const SERVER_SHARE = /(?<![\\\p{L}\p{N}])\\\\[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}\\[\p{L}\p{N}$][^\s"'<>|*?]{0,200}/gu;
const DRIVE =
  /(?<![\p{L}\p{N}'’])(?:[A-Z]:\\(?=[\p{L}\p{N}])[^\s"'<>|*?]{1,200}|[D-Z]:\/(?=[\p{L}\p{N}])[^\s"'<>|*?/]{1,60}\/[^\s"'<>|*?]{1,200}|[D-Z]:[ -]?drive\b)/gu;

export const privateNetwork: IdentifierKind = {
  describe:
    "A place inside a private network: an address of RFC 1918, localhost, a file:// link, \\\\server\\share, or a path on a drive such as S:\\.",
  needs: "any",
  find: findAny(
    onlyWhere(/\d\.\d/, () =>
      findWith(
        ADDRESS,
        ({ written }) => `a private network address${written.startsWith("127") ? " (this computer's own)" : ""}`,
      ),
    ),
    onlyWhere(/localhost/i, () => findWith(LOCALHOST, () => "an address on the author's own computer")),
    onlyWhere(/file:/i, () => findWith(FILE_LINK, () => "a link to a local file")),
    onlyWhere(/\\/, () => findWith(SERVER_SHARE, () => "a place on a server share")),
    onlyWhere(/[A-Z]:/, () => findWith(DRIVE, () => "a place on a network or local drive")),
  ),
};
