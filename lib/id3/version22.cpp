#include "id3/version22.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/ascii.h"

namespace cmos {

namespace {

struct Counterpart {
  std::string_view old_id;
  std::string_view new_id;
};

// id3v2-00, 4 beside id3v2.3.0, 4; then what iTunes writes though no standard lists it. CRM, the
// encrypted meta frame, has no counterpart.
constexpr std::array<Counterpart, 77> kCounterparts{{
    {"BUF", "RBUF"}, {"CNT", "PCNT"}, {"COM", "COMM"}, {"CRA", "AENC"}, {"EQU", "EQUA"},
    {"ETC", "ETCO"}, {"GEO", "GEOB"}, {"IPL", "IPLS"}, {"LNK", "LINK"}, {"MCI", "MCDI"},
    {"MLL", "MLLT"}, {"PIC", "APIC"}, {"POP", "POPM"}, {"REV", "RVRB"}, {"RVA", "RVAD"},
    {"SLT", "SYLT"}, {"STC", "SYTC"}, {"TAL", "TALB"}, {"TBP", "TBPM"}, {"TCM", "TCOM"},
    {"TCO", "TCON"}, {"TCR", "TCOP"}, {"TDA", "TDAT"}, {"TDY", "TDLY"}, {"TEN", "TENC"},
    {"TFT", "TFLT"}, {"TIM", "TIME"}, {"TKE", "TKEY"}, {"TLA", "TLAN"}, {"TLE", "TLEN"},
    {"TMT", "TMED"}, {"TOA", "TOPE"}, {"TOF", "TOFN"}, {"TOL", "TOLY"}, {"TOR", "TORY"},
    {"TOT", "TOAL"}, {"TP1", "TPE1"}, {"TP2", "TPE2"}, {"TP3", "TPE3"}, {"TP4", "TPE4"},
    {"TPA", "TPOS"}, {"TPB", "TPUB"}, {"TRC", "TSRC"}, {"TRD", "TRDA"}, {"TRK", "TRCK"},
    {"TSI", "TSIZ"}, {"TSS", "TSSE"}, {"TT1", "TIT1"}, {"TT2", "TIT2"}, {"TT3", "TIT3"},
    {"TXT", "TEXT"}, {"TXX", "TXXX"}, {"TYE", "TYER"}, {"UFI", "UFID"}, {"ULT", "USLT"},
    {"WAF", "WOAF"}, {"WAR", "WOAR"}, {"WAS", "WOAS"}, {"WCM", "WCOM"}, {"WCP", "WCOP"},
    {"WPB", "WPUB"}, {"WXX", "WXXX"}, {"PCS", "PCST"}, {"TCP", "TCMP"}, {"TCT", "TCAT"},
    {"TDR", "TDRL"}, {"TDS", "TDES"}, {"TID", "TGID"}, {"TKW", "TKWD"}, {"TS2", "TSO2"},
    {"TSA", "TSOA"}, {"TSC", "TSOC"}, {"TSP", "TSOP"}, {"TST", "TSOT"}, {"WFD", "WFED"},
    {"GP1", "GRP1"}, {"MVN", "MVNM"},
}};

std::optional<std::string> new_id(std::string_view old_id) {
  const auto* const found = std::ranges::find_if(
      kCounterparts, [&](const Counterpart& row) { return row.old_id == old_id; });
  if (found == kCounterparts.end()) return std::nullopt;
  return std::string(found->new_id);
}

tl::unexpected<Error> no_counterpart(std::string_view id) {
  return tl::unexpected(Error{
      fmt::format("the ID3v2.2 tag has a frame {} that ID3v2.3 has no place for; remove it, or "
                  "convert the tag with another program first",
                  id),
      "id3-no-counterpart"});
}

tl::unexpected<Error> cut(std::string_view id) {
  return tl::unexpected(Error{fmt::format("the ID3v2.2 tag's frame {} is cut", id), "id3-damaged"});
}

std::string media_type(std::string_view format) {
  if (format == "-->") return "-->";  // The picture is a link.
  if (format == "JPG") return "image/jpeg";
  std::string type = "image/";
  for (const char c : format) type += to_lower(c);
  return type;
}

// PIC names the format in three letters (id3v2-00, 4.15), APIC by a media type and a zero.
Result<std::string> convert_picture(const std::string& data) {
  if (data.size() < 5) return cut("PIC");
  return data.substr(0, 1) + media_type(data.substr(1, 3)) + '\0' + data.substr(4);
}

// A link names the linked frame first.
Result<std::string> convert_link(const std::string& data) {
  if (data.size() < 3) return cut("LNK");
  const auto linked = new_id(data.substr(0, 3));
  if (!linked) return no_counterpart("LNK to " + data.substr(0, 3));
  return *linked + data.substr(3);
}

Result<std::string> convert_data(const Id3Frame& frame) {
  if (frame.id == "PIC") return convert_picture(frame.data);
  if (frame.id == "LNK") return convert_link(frame.data);
  return frame.data;
}

}  // namespace

Result<Id3Tag> convert_from_22(const Id3Tag& tag) {
  Id3Tag result;
  for (const auto& frame : tag.frames) {
    auto id = new_id(frame.id);
    if (!id) return no_counterpart(frame.id);
    auto data = convert_data(frame);
    if (!data) return tl::unexpected(data.error());
    result.frames.push_back({std::move(*id), 0, std::move(*data)});
  }
  return result;
}

}  // namespace cmos
