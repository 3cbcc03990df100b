# Finds the libraries, all of them Debian packages that script/bootstrap installs.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json url locale)
find_package(OpenSSL REQUIRED)
find_package(ICU REQUIRED COMPONENTS i18n uc)
find_package(ZLIB REQUIRED)
find_package(PNG REQUIRED)
find_package(date REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(prometheus-cpp REQUIRED)
foreach(package sqlite3 libpq libsodium gmime-3.0 libcurl libcares opendkim libcmark libqrencode pugixml CLI11
        cairo pangocairo libqpdf libsystemd)
    pkg_check_modules(${package} REQUIRED IMPORTED_TARGET ${package})
endforeach()
# Debian's package of zint has no description for pkg-config.
find_library(ZINT_LIBRARY zint REQUIRED)
add_library(Zint::Zint UNKNOWN IMPORTED)
set_target_properties(Zint::Zint PROPERTIES IMPORTED_LOCATION "${ZINT_LIBRARY}")
add_library(CLI11::CLI11 ALIAS PkgConfig::CLI11)

target_link_libraries(commis_options INTERFACE fmt::fmt Threads::Threads)
