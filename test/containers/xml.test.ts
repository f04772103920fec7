import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  appendTo,
  attributeText,
  BrokenXmlError,
  editXml,
  elementText,
  setAttributes,
  walkXml,
  type XmlElement,
} from "../../src/containers/xml.ts";

async function elementsOf(xml: string): Promise<readonly XmlElement[]> {
  const found: XmlElement[] = [];
  await walkXml(xml, (element) => void found.push(element));
  return found;
}

const only = async (xml: string, name: string) => (await elementsOf(xml)).find((element) => element.name === name)!;

describe("walkXml", () => {
  test.each([
    ["a part with a declaration and a byte order mark", '\ufeff<?xml version="1.0"?>\r\n<a><b c="1">x</b></a>', "x"],
    ["Windows line breaks and an emoji before it", '<a>\r\n👩‍⚕️\r\n<b c="1">x</b>\r\n</a>', "x"],
    ["a > within an attribute", '<a d="1 > 0"><b c="1 > 0">x</b></a>', "x"],
    [
      "a comment and CDATA that look like tags",
      '<a><!-- <b>no</b> --><b c="1"><![CDATA[<b>]]></b></a>',
      "<![CDATA[<b>]]>",
    ],
  ])("tells where an element stands in %s", async (_, xml, content) => {
    const element = await only(xml, "b");
    expect(xml.slice(element.start, element.opened)).toMatch(/^<b c="[^"]*">$/u);
    expect(xml.slice(element.opened, element.closing)).toBe(content);
    expect(xml.slice(element.closing, element.end)).toBe("</b>");
    expect(element.parents).toEqual(["a"]);
  });

  test("gives an element of one tag no content", async () => {
    const element = await only("<a><b/></a>", "b");
    expect([element.empty, element.opened, element.closing, element.end]).toEqual([true, 7, 7, 7]);
  });

  test("knows namespaces whatever their prefixes are", async () => {
    const element = await only('<x:a xmlns:x="urn:x" xmlns:q="urn:q"><x:b q:id="7" c="2"/></x:a>', "b");
    expect([element.prefix, element.namespace]).toEqual(["x:", "urn:x"]);
    expect(Object.fromEntries(element.attributes)).toEqual({ "{urn:q}id": "7", c: "2" });
  });

  test.each(["<a>", "<a><b></a></b>", "<a>&unknown;</a>", "no markup", "<x:a/>"])("refuses %s", async (xml) => {
    await expect(elementsOf(xml)).rejects.toThrow(BrokenXmlError);
  });
});

describe("edits", () => {
  test("keep the order of insertions at one place and what stands around them", () => {
    const edits = [
      { start: 3, end: 3, text: "1" },
      { start: 5, end: 6, text: "3" },
      { start: 3, end: 3, text: "2" },
    ];
    expect(editXml("abcdefg", edits)).toBe("abc12de3g");
  });

  test.each([
    ["<a><b/></a>", "<a><b><n/></b></a>"],
    ["<a><b c='1' /></a>", "<a><b c='1'><n/></b></a>"],
    ["<a><b>x</b></a>", "<a><b>x<n/></b></a>"],
    ['<x:a xmlns:x="u"><x:b/></x:a>', '<x:a xmlns:x="u"><x:b><n/></x:b></x:a>'],
  ])("append to %s", async (xml, expected) => {
    expect(editXml(xml, [appendTo(xml, await only(xml, "b"), "<n/>")])).toBe(expected);
  });

  test.each([
    ['<a><b d="8"/></a>', '<a><b d="8" c="2"/></a>'],
    ["<a><b  c = '1' d='8'>x</b></a>", "<a><b  c = \"2\" d='8'>x</b></a>"],
  ])("set an attribute in %s", async (xml, expected) => {
    expect(editXml(xml, [setAttributes(xml, await only(xml, "b"), { c: "2" })])).toBe(expected);
  });

  test("write any words so that they are read as they were", async () => {
    const words = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\ufffe\uffff]|(?![\t\n])\p{Cc}/u.test(text));
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const { attributes, text: read } = await only(`<a b="${attributeText(text)}">${elementText(text)}</a>`, "a");
        expect(read).toBe(text);
        expect(attributes.get("b")).toBe(text);
      }),
    );
  });

  test("write what XML can't hold as a space", () => {
    expect(elementText("a\u0000b\u001bc\ud800d\ufffee")).toBe("a b c d e");
  });
});
