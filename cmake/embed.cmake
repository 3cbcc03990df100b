# Run by the build with ROOTS (name=folder|name=folder), OUTPUT, BROTLI and GZIP: writes assets_data.s (the bytes) and
# assets_table.cpp (path, bytes, ETag). Large text files are also stored compressed; the copies are kept by content
# hash, so that only changed files are compressed again.
file(MAKE_DIRECTORY "${OUTPUT}/compressed")
set(assembler "    .section .rodata\n")
set(externs "")
set(rows "")
set(index 0)
set(compressible "\\.(html|js|mjs|css|svg|json|yaml|yml|txt|md|webmanifest|map)$")

function(append_blob label file)
    string(APPEND assembler "    .balign 16\n    .global ${label}_begin\n${label}_begin:\n    .incbin \"${file}\"\n"
        "    .global ${label}_end\n${label}_end:\n    .byte 0\n")
    set(assembler "${assembler}" PARENT_SCOPE)
    string(APPEND externs "extern const char ${label}_begin[];\nextern const char ${label}_end[];\n")
    set(externs "${externs}" PARENT_SCOPE)
endfunction()

# Sets <result> to the compressed copy, or to nothing when the tool is missing or the copy is not clearly smaller.
function(compressed_copy result file hash suffix)
    set(${result} "" PARENT_SCOPE)
    set(copy "${OUTPUT}/compressed/${hash}.${suffix}")
    if(NOT EXISTS "${copy}")
        if(suffix STREQUAL "br")
            if(NOT BROTLI)
                return()
            endif()
            execute_process(COMMAND "${BROTLI}" -q 11 -c "${file}" OUTPUT_FILE "${copy}" COMMAND_ERROR_IS_FATAL ANY)
        else()
            execute_process(COMMAND "${GZIP}" -9 -n -c "${file}" OUTPUT_FILE "${copy}" COMMAND_ERROR_IS_FATAL ANY)
        endif()
    endif()
    file(SIZE "${file}" raw_size)
    file(SIZE "${copy}" copy_size)
    math(EXPR limit "${raw_size} * 9 / 10")
    if(copy_size LESS limit)
        set(${result} "${copy}" PARENT_SCOPE)
    endif()
endfunction()

string(REPLACE "|" ";" roots "${ROOTS}")
set(entries "")
foreach(root ${roots})
    string(REGEX MATCH "^([a-z]+)=(.*)$" unused "${root}")
    set(name "${CMAKE_MATCH_1}")
    set(folder "${CMAKE_MATCH_2}")
    file(GLOB_RECURSE files RELATIVE "${folder}" "${folder}/*")
    foreach(file ${files})
        list(APPEND entries "${name}/${file}=${folder}/${file}")
    endforeach()
endforeach()
# The table is sorted by path, as the program searches it by halves. CMake sorts by bytes, as std::string_view does.
list(SORT entries)

foreach(entry ${entries})
    string(REGEX MATCH "^([^=]+)=(.*)$" unused "${entry}")
    set(path "${CMAKE_MATCH_1}")
    set(file "${CMAKE_MATCH_2}")
    file(SHA256 "${file}" hash)
    file(SIZE "${file}" size)
    string(SUBSTRING "${hash}" 0 16 etag)
    set(label "commis_asset_${index}")
    append_blob("${label}" "${file}")
    set(variants "")
    foreach(suffix br gz)
        set(copy "")
        if(path MATCHES "${compressible}" AND path MATCHES "^(desk|openapi|guide)/" AND size GREATER 860)
            compressed_copy(copy "${file}" "${hash}" "${suffix}")
        endif()
        if(copy)
            append_blob("${label}_${suffix}" "${copy}")
            string(APPEND variants ", bytes(${label}_${suffix}_begin, ${label}_${suffix}_end)")
        else()
            string(APPEND variants ", {}")
        endif()
    endforeach()
    string(APPEND rows "    {\"${path}\", bytes(${label}_begin, ${label}_end)${variants}, \"${etag}\"},\n")
    math(EXPR index "${index} + 1")
endforeach()

string(APPEND assembler "    .section .note.GNU-stack,\"\",@progbits\n")
file(WRITE "${OUTPUT}/assets_data.s" "${assembler}")
file(WRITE "${OUTPUT}/assets_table.cpp" "// Written by cmake/embed.cmake: every file inside the program, sorted by path.
#include \"adapters/system/assets.hpp\"

extern \"C\" {
${externs}}

namespace commis::assets {
namespace {
[[maybe_unused]] std::string_view bytes(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}
}  // namespace

std::span<const Asset> table() {
    static const std::vector<Asset> rows{
${rows}    };
    return rows;
}
}  // namespace commis::assets
")
