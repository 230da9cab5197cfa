#include "ui/forms/section_titles.h"

#include <QCoreApplication>

namespace tunebench::ui {
namespace {

struct Title {
    const char* section;
    const char* text;
};

constexpr Title kTitles[] = {
    {"model", QT_TRANSLATE_NOOP("SectionTitles", "Model")},
    {"data", QT_TRANSLATE_NOOP("SectionTitles", "Data")},
    {"method", QT_TRANSLATE_NOOP("SectionTitles", "Method")},
    {"optimizer", QT_TRANSLATE_NOOP("SectionTitles", "Optimizer")},
    {"schedule", QT_TRANSLATE_NOOP("SectionTitles", "Learning-rate schedule")},
    {"budget", QT_TRANSLATE_NOOP("SectionTitles", "Budget and batches")},
    {"regularization", QT_TRANSLATE_NOOP("SectionTitles", "Regularization")},
    {"evaluation", QT_TRANSLATE_NOOP("SectionTitles", "Evaluation")},
    {"checkpoints", QT_TRANSLATE_NOOP("SectionTitles", "Checkpoints")},
    {"precision", QT_TRANSLATE_NOOP("SectionTitles", "Precision")},
    {"general", QT_TRANSLATE_NOOP("SectionTitles", "Machine and seed")},
};

}  // namespace

QString sectionTitle(const std::string& section) {
    for (const Title& title : kTitles)
        if (section == title.section)
            return QCoreApplication::translate("SectionTitles", title.text);
    return QString::fromStdString(section);
}

}  // namespace tunebench::ui
