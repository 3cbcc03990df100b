-- For wrk: places an order of three lines with each request, each with its own idempotency key.
-- Arguments after the address: the token, and a word that makes this run's keys its own.
local thread_count = 0

function setup(thread)
    thread:set("number", thread_count)
    thread_count = thread_count + 1
end

function init(arguments)
    token = arguments[1]
    run = arguments[2]
    count = 0
end

local body = [[{"currency":"EUR","buyer":{"name":"Zoé Lefèvre %d","email":"zoe.%d@example.org","phone":"+33123456789"},
"billing_address":{"line1":"12 rue des Lilas","postal_code":"75011","city":"Paris","country":"FR"},
"lines":[{"sku":"MUG-%d","name":"Mug à café","quantity":2,"unit_price":1999,"tax_rate":"20"},
{"sku":"CARD-7","name":"Carte postale","quantity":5,"unit_price":150,"tax_rate":"20"},
{"sku":"BOOK-3","name":"Livre de cuisine","quantity":1,"unit_price":2450,"tax_rate":"5.5"}],
"payment":{"method":"cheque"}}]]

function request()
    count = count + 1
    local key = run .. "-" .. number .. "-" .. count
    return wrk.format("POST", nil, {
        ["Authorization"] = "Bearer " .. token,
        ["Content-Type"] = "application/json",
        ["Idempotency-Key"] = key,
    }, string.format(body, count % 5000, count % 5000, count % 400))
end
