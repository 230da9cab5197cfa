// Between core's UTF-8 and Qt's texts and paths.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <QString>

namespace tunebench::ui {

inline QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

inline QString toQt(const std::filesystem::path& path) {
    return toQt(std::string_view(path.native()));
}

inline std::filesystem::path toPath(const QString& text) {
    return {text.toStdString()};
}

}  // namespace tunebench::ui
