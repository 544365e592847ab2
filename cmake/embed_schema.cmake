# SPDX-License-Identifier: EUPL-1.2
# Writes the migrations into one C++ file, in the order of their names.
set(out "// Generated from store/schema/*.sql\n#include \"store/migrations.hpp\"\n\nnamespace etabli::store {\n\nconst std::vector<Migration>& migrations()\n{\n    static const std::vector<Migration> all {\n")
list(SORT FILES)
foreach(file ${FILES})
  get_filename_component(name ${file} NAME_WE)
  string(SUBSTRING ${name} 0 4 number)
  math(EXPR number "${number} + 0")
  file(READ ${file} text)
  string(APPEND out "        { ${number}, \"${name}\", R\"schema(${text})schema\" },\n")
endforeach()
string(APPEND out "    };\n    return all;\n}\n\n} // namespace etabli::store\n")
file(WRITE ${OUT} "${out}")
