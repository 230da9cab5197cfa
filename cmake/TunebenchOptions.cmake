# Compiler options that every target of the project shares, and the glob that derives sources from folders.
add_library(tunebench_options INTERFACE)
target_compile_options(tunebench_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast)
# gcc 12 warns about std::string's own memcpy when it is inlined (its defect 105651).
target_compile_options(tunebench_options INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
# gcc 13 and later take a reference that a function gives for one into its temporary argument (their defect 107532).
target_compile_options(tunebench_options INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,13>>:-Wno-dangling-reference>)
# Where files are compiled several at a time, gcc takes each for a header.
if(CMAKE_UNITY_BUILD)
  target_compile_options(tunebench_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
# ccache asks for it where headers are precompiled.
target_compile_options(tunebench_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
# Reading these headers takes longer than compiling what a file of ours says.
set(tunebench_common_headers <algorithm> <filesystem> <functional> <map> <memory> <optional> <ranges> <span> <string>
  <unordered_map> <variant> <vector> <fmt/format.h> <nlohmann/json.hpp>)
target_include_directories(tunebench_options INTERFACE ${PROJECT_SOURCE_DIR})

# tunebench_sources(<variable> <folder> [EXCLUDE <regex>...]): all .cpp below the folder but those that match.
function(tunebench_sources variable folder)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "EXCLUDE")
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*.cpp)
  foreach(pattern IN LISTS arg_EXCLUDE)
    list(FILTER files EXCLUDE REGEX "${pattern}")
  endforeach()
  set(${variable} ${files} PARENT_SCOPE)
endfunction()

# tunebench_compile_folders(<target>): with CMAKE_UNITY_BUILD the files of a folder are compiled together, so that names
# need only differ within it. Called where the target is added.
function(tunebench_compile_folders target)
  get_target_property(files ${target} SOURCES)
  foreach(file IN LISTS files)
    cmake_path(GET file PARENT_PATH folder)
    cmake_path(ABSOLUTE_PATH folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
    string(MAKE_C_IDENTIFIER "${folder}" group)
    set_source_files_properties(${file} PROPERTIES UNITY_GROUP "${group}")
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()
