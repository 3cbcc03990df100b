# Puts the colour profile that archive documents carry into the program: sRGB of Debian's icc-profiles-free.
find_file(COMMIS_SRGB_PROFILE sRGB.icc PATHS /usr/share/color/icc /usr/local/share/color/icc REQUIRED)
set(srgb_source "${CMAKE_BINARY_DIR}/assets/srgb.s")
file(CONFIGURE OUTPUT "${srgb_source}" @ONLY CONTENT [[
    .section .rodata
    .global commis_srgb_begin
commis_srgb_begin:
    .incbin "@COMMIS_SRGB_PROFILE@"
    .global commis_srgb_end
commis_srgb_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
]])
add_library(commis_srgb STATIC "${srgb_source}")
target_link_libraries(commis_srgb PUBLIC commis_options)
set_source_files_properties("${srgb_source}" PROPERTIES OBJECT_DEPENDS "${COMMIS_SRGB_PROFILE}")
