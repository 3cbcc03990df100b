-- For wrk: asks for the address it was given, with the token that follows it.
function init(arguments)
    token = arguments[1]
end

function request()
    return wrk.format("GET", nil, { ["Authorization"] = "Bearer " .. token })
end
