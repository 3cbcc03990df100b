// A file's layout is guessed from its head; what is not known stays a question.
import { expect, test } from "vitest";
import { rate, recognize } from "./import_format";

test.each([
    ['[{"id":1,"order_key":"wc_1","date_created":"2026-01-01T00:00:00","billing":{}}]', "woocommerce"],
    ['{"orders":[{"id":1,"financial_status":"paid","line_items":[]}]}', "shopify"],
    ['\uFEFF[{"total_price":"1.00"}]', "shopify"],
    ["InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n536365,85123A", "uci"],
    ["order_id,customer_id,employee_id,order_date,shipped_date,freight\n10248,VINET", "northwind"],
    ["number,external_id,placed_at,sku,name,quantity,unit_price\r\n1,,", "commis"],
    ['"external_id";"placed_at";"name";"quantity";"unit_price"\n', "commis"],
    ["a,b,c\n1,2,3", undefined],
    ["", undefined],
    ['{"hello": 1}', undefined],
])("%s is of %s", (head, format) => {
    expect(recognize(head)).toBe(format);
});

test("a rate needs two looks and progress", () => {
    expect(rate(undefined, 1000, 5)).toBeUndefined();
    expect(rate({ at: 0, done: 0 }, 2000, 500)).toBe(250);
    expect(rate({ at: 0, done: 500 }, 2000, 500)).toBeUndefined();
    expect(rate({ at: 0, done: 0 }, 100, 500)).toBeUndefined();
});
