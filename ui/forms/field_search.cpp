#include "ui/forms/field_search.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QStandardItemModel>

#include "core/params/spec_search.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"
#include "ui/forms/section_titles.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

constexpr int kFieldRole = Qt::UserRole + 1;
constexpr int kMostRows = 10;

struct RankedField {
    int rank = 0;
    FoundField field = {};
};

FoundField described(const SectionForm& section, const ParamSpec& spec) {
    const QString key = toQt(spec.key);
    return {.field = section.section() == "general" ? key : toQt(section.section()) + QLatin1Char('.') + key,
            .label = coreText(spec.label),
            .section = sectionTitle(section.section()),
            .explanation = QStringList({coreText(spec.help), coreText(spec.effect), coreText(spec.details)})
                               .join(QLatin1Char(' '))};
}

/// What is shown is what is searched; keys are the same in every language.
std::optional<int> rankOf(const ParamSpec& spec, const QString& section, const std::string& typed) {
    const auto shown = [](std::string_view text) { return coreText(text).toStdString(); };
    const std::string label = shown(spec.label), help = shown(spec.help), effect = shown(spec.effect),
                      details = shown(spec.details);
    const ParamSpec translated{
        .key = spec.key, .label = label, .help = help, .effect = effect, .details = details};
    return search_rank(translated, section.toStdString(), typed);
}

void addOfSection(const SectionForm& section, const std::string& typed, std::vector<RankedField>& found) {
    const QString title = sectionTitle(section.section());
    for (const ParamField* field : section.form()->fields()) {
        const auto rank = rankOf(field->spec(), title, typed);
        if (!rank)
            continue;
        found.push_back({*rank, described(section, field->spec())});
    }
}

}  // namespace

std::vector<FoundField> everyField(const RunForm& form) {
    std::vector<FoundField> fields;
    for (const auto& name : form.sectionNames())
        for (const ParamField* field : form.section(name)->form()->fields())
            fields.push_back(described(*form.section(name), field->spec()));
    return fields;
}

std::vector<FoundField> findFields(const RunForm& form, const QString& typed) {
    std::vector<RankedField> ranked;
    for (const auto& name : form.sectionNames())
        addOfSection(*form.section(name), typed.toStdString(), ranked);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const RankedField& a, const RankedField& b) { return a.rank < b.rank; });
    std::vector<FoundField> fields;
    for (auto& one : ranked)
        fields.push_back(std::move(one.field));
    return fields;
}

FieldSearch::FieldSearch(const RunForm& form, QWidget* parent) : QLineEdit(parent), form_(form) {
    setObjectName(QStringLiteral("find_setting"));
    setPlaceholderText(tr("Find a setting"));
    setAccessibleName(tr("Find a setting"));
    setToolTip(tr("By its name, its key, or a word of its explanation (Ctrl+F)"));
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    found_ = new QStandardItemModel(this);
    completer_ = new QCompleter(found_, this);
    // What is found is our own list; with setCompleter() the line would show entries while one walks them.
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setMaxVisibleItems(kMostRows);
    completer_->setWidget(this);
    completer_->popup()->setAccessibleName(tr("Settings that were found"));
    connect(this, &QLineEdit::textChanged, this, &FieldSearch::search);
    connect(completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) {
                const QString field = index.data(kFieldRole).toString();
                clear();
                Q_EMIT chosen(field);
            });
}

QAbstractItemView* FieldSearch::list() const {
    return completer_->popup();
}

void FieldSearch::search() {
    found_->clear();
    for (const FoundField& field : findFields(form_, text())) {
        auto* item = new QStandardItem(tr("%1 – %2").arg(field.label, field.section));
        item->setData(field.field, kFieldRole);
        item->setEditable(false);
        found_->appendRow(item);
    }
    const bool isEmpty = found_->rowCount() == 0;
    setInvalid(this, isEmpty && !text().trimmed().isEmpty());
    if (isEmpty) {
        completer_->popup()->hide();
        return;
    }
    completer_->complete();
    completer_->popup()->setCurrentIndex(completer_->completionModel()->index(0, 0));
}

}  // namespace tunebench::ui
