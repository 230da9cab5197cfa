#include "core/formats/rows/foreign_file.h"

#include <algorithm>

namespace tunebench {
namespace {

constexpr ForeignFile kSpreadsheet = {"a spreadsheet", "Save it as CSV in UTF-8, which is read."};
constexpr ForeignFile kPickle = {
    "a pickle, which is never read: such files can run programs",
    "Write the rows as JSON Lines with the program that made it, for example with pandas: "
    "to_json(path, orient=\"records\", lines=True)."};
constexpr ForeignFile kArrow = {
    "an Arrow file", "Write it as JSON Lines, for example with the datasets library: to_json(path)."};
constexpr ForeignFile kParquet = {"a Parquet file",
                                  "Such files must be called .parquet, or be converted to JSON Lines."};
constexpr ForeignFile kArchive = {"an archive", "Unpack it and give the folder, or the files in it."};
constexpr ForeignFile kArchiveOrSpreadsheet = {
    "an archive or a spreadsheet",
    "Unpack an archive and give the folder; save a spreadsheet as CSV in UTF-8."};
constexpr ForeignFile kOtherCompression = {"compressed with a program whose files are not read",
                                           "Decompress it; gzip (.gz) and zstd (.zst) are read as they are."};
constexpr ForeignFile kDocument = {"a document of a word processor or for printing",
                                   "Save it as plain text (.txt) in UTF-8."};
constexpr ForeignFile kWebPage = {"a web page, not the data: a download may have led to a login page",
                                  "Download the file again, signed in where that is asked for."};
constexpr ForeignFile kLfsPointer = {"a pointer of Git LFS, not the file that it stands for",
                                     "Run 'git lfs pull' in its folder, or download the file."};
constexpr ForeignFile kDatabase = {"a database", "Export its table as CSV or JSON Lines."};
constexpr ForeignFile kUtf16 = {"text in UTF-16", "Save it as UTF-8."};

struct Mark {
    std::string_view mark;
    const ForeignFile& file;
};

constexpr Mark kEndings[] = {
    {".xlsx", kSpreadsheet},    {".xls", kSpreadsheet}, {".ods", kSpreadsheet},  {".pkl", kPickle},
    {".pickle", kPickle},       {".bin", kPickle},      {".pt", kPickle},        {".pth", kPickle},
    {".arrow", kArrow},         {".feather", kArrow},   {".zip", kArchive},      {".tar", kArchive},
    {".tgz", kArchive},         {".7z", kArchive},      {".rar", kArchive},      {".bz2", kOtherCompression},
    {".xz", kOtherCompression}, {".pdf", kDocument},    {".docx", kDocument},    {".doc", kDocument},
    {".odt", kDocument},        {".epub", kDocument},   {".html", kWebPage},     {".htm", kWebPage},
    {".db", kDatabase},         {".sqlite", kDatabase}, {".sqlite3", kDatabase},
};

constexpr Mark kBeginnings[] = {
    {"PK\x03\x04", kArchiveOrSpreadsheet},
    {"PAR1", kParquet},
    {"ARROW1", kArrow},
    {"\x80\x02", kPickle},
    {"\x80\x03", kPickle},
    {"\x80\x04", kPickle},
    {"\x80\x05", kPickle},
    {"%PDF-", kDocument},
    {"SQLite format 3", kDatabase},
    {"BZh", kOtherCompression},
    {"\xFD"
     "7zXZ",
     kOtherCompression},
    {"7z\xBC\xAF", kArchive},
    {"version https://git-lfs", kLfsPointer},
    {"\xFF\xFE", kUtf16},
    {"\xFE\xFF", kUtf16},
    {"<!DOCTYPE html", kWebPage},
    {"<!doctype html", kWebPage},
    {"<html", kWebPage},
};

}  // namespace

std::optional<ForeignFile> foreign_by_ending(std::string_view ending) {
    const auto found = std::ranges::find(kEndings, ending, &Mark::mark);
    return found == std::end(kEndings) ? std::nullopt : std::optional(found->file);
}

std::optional<ForeignFile> foreign_by_beginning(std::string_view beginning) {
    const auto found =
        std::ranges::find_if(kBeginnings, [&](const Mark& mark) { return beginning.starts_with(mark.mark); });
    return found == std::end(kBeginnings) ? std::nullopt : std::optional(found->file);
}

}  // namespace tunebench
