# SPDX-License-Identifier: EUPL-1.2
# Which files belong to which target, by folder; tests stand beside the code and end in _test.cpp.
function(etabli_sources variable)
  set(found)
  foreach(folder ${ARGN})
    file(GLOB_RECURSE here CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
    list(APPEND found ${here})
  endforeach()
  set(tests ${found})
  list(FILTER found EXCLUDE REGEX "_test\\.cpp$|/cli/main\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  set(${variable}_SOURCES ${found} PARENT_SCOPE)
  set(${variable}_TESTS ${tests} PARENT_SCOPE)
endfunction()

etabli_sources(BASE base)
etabli_sources(ENGINE engine)
etabli_sources(DOMAIN domain)
etabli_sources(STORE store)
etabli_sources(HTTP server/http)
etabli_sources(SERVER server/resources server/jobs server/content server/surveys)
etabli_sources(CLI cli)

# store/schema/*.sql, compiled in: a binary carries its own migrations.
file(GLOB SCHEMA_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/store/schema/*.sql)
set(SCHEMA_SOURCE ${CMAKE_BINARY_DIR}/generated/schema.cpp)
add_custom_command(
  OUTPUT ${SCHEMA_SOURCE}
  COMMAND ${CMAKE_COMMAND} -D "FILES=${SCHEMA_FILES}" -D OUT=${SCHEMA_SOURCE} -P ${CMAKE_SOURCE_DIR}/cmake/embed_schema.cmake
  DEPENDS ${SCHEMA_FILES} ${CMAKE_SOURCE_DIR}/cmake/embed_schema.cmake
  VERBATIM)
