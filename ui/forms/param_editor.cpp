#include "ui/forms/param_editor.h"

#include <cmath>

#include <QCheckBox>
#include <QLineEdit>
#include <QPaintEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextDocument>

#include "ui/forms/field_help.h"
#include "ui/forms/param_text.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/column_map_edit.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/path_edit.h"
#include "ui/widgets/path_list_edit.h"

namespace tunebench::ui {
namespace {

using Changed = std::function<void()>;
using ToText = std::function<QString(const ParamValue&)>;
using FromText = std::function<ParamValue(const QString&)>;

QString plainText(const ParamValue& value) {
    return textListText(value, QLatin1Char(','));
}

ParamValue plainValue(const QString& text) {
    return text.toStdString();
}

ParamEditor choiceEditor(const ParamSpec& spec, QWidget* parent, const Changed& changed) {
    auto* box = new ComboEdit(parent);
    for (const auto& choice : spec.choices)
        box->addItem(coreText(choice.label), toQt(choice.id));
    QObject::connect(box, &QComboBox::currentIndexChanged, parent, changed);
    return {
        .widget = box,
        .read = [box] { return ParamValue(box->currentData().toString().toStdString()); },
        .write = [box](const ParamValue& value) { box->setCurrentIndex(box->findData(plainText(value))); }};
}

ParamEditor boolEditor(const ParamSpec& spec, QWidget* parent, const Changed& changed) {
    auto* box = new QCheckBox(coreText(spec.label), parent);
    box->setMinimumHeight(spacing::kControl);
    QObject::connect(box, &QCheckBox::toggled, parent, changed);
    return {.widget = box,
            .read = [box] { return ParamValue(box->isChecked()); },
            .write =
                [box](const ParamValue& value) {
                    if (const auto* flag = value.get<bool>())
                        box->setChecked(*flag);
                },
            .hasOwnLabel = true};
}

ParamEditor numberEditor(const ParamSpec& spec, QWidget* parent, const Changed& changed) {
    const auto style = spec.kind == ParamKind::Integer            ? NumberStyle::Integer
                       : spec.display == ParamDisplay::Scientific ? NumberStyle::Scientific
                                                                  : NumberStyle::Real;
    auto* edit = new NumberEdit(style, parent);
    edit->setStepRange(spec.min, spec.max);
    QObject::connect(edit, &NumberEdit::valueChanged, parent, changed);
    return {.widget = edit,
            .read = [edit] { return edit->value(); },
            .write = [edit](const ParamValue& value) { edit->setValue(value); }};
}

ParamEditor lineEditor(QWidget* parent, const Changed& changed, ToText toText, FromText fromText) {
    auto* line = new QLineEdit(parent);
    QObject::connect(line, &QLineEdit::textChanged, parent, changed);
    return {.widget = line,
            .read = [line, fromText] { return fromText(line->text()); },
            .write =
                [line, toText](const ParamValue& value) {
                    if (const QString text = toText(value); text != line->text())
                        line->setText(text);
                }};
}

/// So high as that many lines; of the one behind them nothing is painted.
class LinesEdit : public QPlainTextEdit {
public:
    LinesEdit(int lines, QWidget* parent) : QPlainTextEdit(parent), lines_(lines) {
        const double margins = 2.0 * document()->documentMargin() + 1.0;  // less, and that many scroll
        setFixedHeight(static_cast<int>(std::ceil(textHeight() + margins)) + 2 * frameWidth());
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        const double top = verticalScrollBar()->value() == 0 ? document()->documentMargin() : 0.0;
        const QRect whole(0, 0, viewport()->width(), static_cast<int>(std::ceil(top + textHeight())));
        QPaintEvent part(event->rect() & whole);
        QPlainTextEdit::paintEvent(&part);
    }

private:
    double textHeight() const { return QFontMetricsF(font()).lineSpacing() * lines_; }

    int lines_;
};

ParamEditor blockEditor(QWidget* parent, const Changed& changed, int lines, ToText toText,
                        FromText fromText) {
    auto* edit = new LinesEdit(lines, parent);
    edit->setTabChangesFocus(true);
    QObject::connect(edit, &QPlainTextEdit::textChanged, parent, changed);
    return {.widget = edit,
            .read = [edit, fromText] { return fromText(edit->toPlainText()); },
            .write =
                [edit, toText](const ParamValue& value) {
                    if (const QString text = toText(value); text != edit->toPlainText())
                        edit->setPlainText(text);
                },
            .isWide = true};
}

ParamEditor pathEditor(const ParamSpec& spec, QWidget* parent, const Changed& changed) {
    const auto kind = spec.display == ParamDisplay::Folder     ? PathKind::Folder
                      : spec.display == ParamDisplay::DataPath ? PathKind::FileOrFolder
                                                               : PathKind::File;
    auto* edit = new PathEdit(kind, parent);
    if (kind == PathKind::FileOrFolder)
        edit->setFilter(dataFilesFilter());
    QObject::connect(edit, &PathEdit::pathChanged, parent, changed);
    return {.widget = edit,
            .read = [edit] { return plainValue(edit->path()); },
            .write = [edit](const ParamValue& value) { edit->setPath(plainText(value)); },
            .isWide = true};
}

ParamEditor filesEditor(QWidget* parent, const Changed& changed) {
    auto* edit = new PathListEdit(parent);
    QObject::connect(edit, &PathListEdit::pathsChanged, parent, changed);
    return {.widget = edit,
            .read =
                [edit] {
                    ParamList list;
                    for (const QString& path : edit->paths())
                        list.emplace_back(path.toStdString());
                    return ParamValue(list);
                },
            .write =
                [edit](const ParamValue& value) {
                    QStringList paths;
                    if (const auto* list = value.get<ParamList>())
                        for (const auto& path : *list)
                            if (const auto* text = path.get<std::string>())
                                paths << toQt(*text);
                    edit->setPaths(paths);
                },
            .isWide = true};
}

ParamEditor columnsEditor(QWidget* parent, const Changed& changed) {
    auto* edit = new ColumnMapEdit(parent);
    QObject::connect(edit, &ColumnMapEdit::mapChanged, parent, changed);
    return {.widget = edit,
            .read =
                [edit] {
                    ParamMap map;
                    for (const auto& [part, column] : edit->map())
                        map.set(part, column);
                    return ParamValue(map);
                },
            .write =
                [edit](const ParamValue& value) {
                    ColumnMapEdit::Map columns;
                    if (const auto* map = value.get<ParamMap>())
                        for (const auto& [part, column] : map->entries)
                            if (const auto* text = column.get<std::string>())
                                columns.emplace_back(part, *text);
                    edit->setMap(columns);
                },
            .isWide = true};
}

ParamEditor textEditor(const ParamSpec& spec, QWidget* parent, const Changed& changed) {
    switch (spec.display) {
        case ParamDisplay::Folder:
        case ParamDisplay::File:
        case ParamDisplay::DataPath:
            return pathEditor(spec, parent, changed);
        case ParamDisplay::MultiLine:
            return blockEditor(parent, changed, 3, plainText, plainValue);
        case ParamDisplay::Plain:
        case ParamDisplay::Scientific:
        case ParamDisplay::Columns:
            break;
    }
    return lineEditor(parent, changed, plainText, plainValue);
}

ParamEditor textListEditor(const ParamSpec& spec, QWidget* parent, const Changed& changed) {
    const bool hasLines = spec.display == ParamDisplay::MultiLine;
    const QChar separator = hasLines ? QLatin1Char('\n') : QLatin1Char(',');
    const auto toText = [separator](const ParamValue& value) { return textListText(value, separator); };
    const auto fromText = [separator](const QString& text) { return textListFrom(text, separator); };
    return hasLines ? blockEditor(parent, changed, 3, toText, fromText)
                    : lineEditor(parent, changed, toText, fromText);
}

// The only switch over kinds of parameters in the window.
ParamEditor editorOfKind(const ParamSpec& spec, QWidget* parent, const Changed& changed) {
    if (!spec.choices.empty())
        return choiceEditor(spec, parent, changed);
    switch (spec.kind) {
        case ParamKind::Bool:
            return boolEditor(spec, parent, changed);
        case ParamKind::Integer:
        case ParamKind::Real:
            return numberEditor(spec, parent, changed);
        case ParamKind::RealList:
            return lineEditor(parent, changed, numberListText, numberListFrom);
        case ParamKind::TextList:
            return textListEditor(spec, parent, changed);
        case ParamKind::TextOrList:
            return lineEditor(parent, changed, textOrListText, textOrListFrom);
        case ParamKind::TextMap:
            return spec.display == ParamDisplay::Columns
                       ? columnsEditor(parent, changed)
                       : blockEditor(parent, changed, 2, mapText, textMapFrom);
        case ParamKind::NumberMap:
            return blockEditor(parent, changed, 2, mapText, numberMapFrom);
        case ParamKind::Files:
            return filesEditor(parent, changed);
        case ParamKind::Text:
        case ParamKind::Choice:
            break;
    }
    return textEditor(spec, parent, changed);
}

}  // namespace

ParamEditor makeEditor(const ParamSpec& spec, QWidget* parent, std::function<void()> changed) {
    ParamEditor editor = editorOfKind(spec, parent, changed);
    editor.widget->setObjectName(toQt(spec.key));
    editor.widget->setAccessibleName(coreText(spec.label));
    editor.widget->setAccessibleDescription(fieldDescription(spec));
    editor.widget->setToolTip(fieldHelp(spec));
    // What takes the focus is what is read aloud.
    for (auto* line : editor.widget->findChildren<QLineEdit*>())
        if (line->accessibleName().isEmpty()) {
            line->setAccessibleName(coreText(spec.label));
            line->setAccessibleDescription(fieldDescription(spec));
        }
    return editor;
}

}  // namespace tunebench::ui
