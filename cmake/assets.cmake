# Puts the desk's built files, profiles, locales, migrations, templates, the API contract, samples, carriers and the
# guide into the program: embed.cmake writes one assembler file of .incbin lines and a table that
# src/adapters/system/assets reads.
set(COMMIS_ASSET_ROOTS
    "desk=${COMMIS_DESK_DIST}"
    "profiles=${CMAKE_SOURCE_DIR}/profiles"
    "locales=${CMAKE_SOURCE_DIR}/locales"
    "migrations=${CMAKE_SOURCE_DIR}/migrations"
    "templates=${CMAKE_SOURCE_DIR}/templates"
    "openapi=${CMAKE_SOURCE_DIR}/openapi"
    "samples=${CMAKE_SOURCE_DIR}/samples"
    "carriers=${CMAKE_SOURCE_DIR}/carriers"
    "guide=${CMAKE_SOURCE_DIR}/docs/guide")
set(COMMIS_ASSET_FILES "")
foreach(entry ${COMMIS_ASSET_ROOTS})
    string(REGEX REPLACE "^[a-z]+=" "" folder "${entry}")
    file(GLOB_RECURSE found CONFIGURE_DEPENDS "${folder}/*")
    list(APPEND COMMIS_ASSET_FILES ${found})
endforeach()

find_program(BROTLI_PROGRAM brotli)
find_program(GZIP_PROGRAM gzip REQUIRED)

set(assets_folder "${CMAKE_BINARY_DIR}/assets")
list(JOIN COMMIS_ASSET_ROOTS "|" roots_argument)
# The list of files is itself an input: without it a deleted file would stay in the program.
list(JOIN COMMIS_ASSET_FILES "\n" names)
file(CONFIGURE OUTPUT "${assets_folder}/files.txt" CONTENT "${names}\n" @ONLY)
add_custom_command(
    OUTPUT "${assets_folder}/assets_data.s" "${assets_folder}/assets_table.cpp"
    COMMAND "${CMAKE_COMMAND}" "-DROOTS=${roots_argument}" "-DOUTPUT=${assets_folder}" "-DBROTLI=${BROTLI_PROGRAM}"
        "-DGZIP=${GZIP_PROGRAM}" -P "${CMAKE_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS ${COMMIS_ASSET_FILES} "${assets_folder}/files.txt" "${CMAKE_SOURCE_DIR}/cmake/embed.cmake"
    COMMENT "Embedding assets"
    VERBATIM)
add_library(commis_assets STATIC "${assets_folder}/assets_data.s" "${assets_folder}/assets_table.cpp")
target_link_libraries(commis_assets PUBLIC commis_options)
# An .incbin is no include, so the object would not notice that its bytes changed.
set_source_files_properties("${assets_folder}/assets_data.s" PROPERTIES OBJECT_DEPENDS
    "${assets_folder}/assets_table.cpp;${COMMIS_ASSET_FILES}")
